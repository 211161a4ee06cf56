import type { Feature, InternetLayers } from './internet-layers.ts';

/** Bottleneck blocks of its four stages. */
const BLOCKS = [3, 4, 6, 3];

/**
 * Adds ResNet-50 v1.5 (stride on the 3x3) without its classifier; widths are the tensors' own. Its
 * output is 32 times smaller than its input.
 * @param prefix before torchvision's names
 * @param inputScale what each channel of the input is multiplied with before
 */
export function addResnet50(
  layers: InternetLayers,
  input: Feature,
  prefix: string,
  inputScale: readonly number[],
): Feature {
  const options = { kernel: 7, stride: 2, inputScale };
  const stem = layers.relu(layers.convolution(input, `${prefix}conv1`, `${prefix}bn1`, options));
  const pool = { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] };
  const pooled = layers.graph.node('MaxPool', [stem.tensor], `${prefix}maxpool`, pool);
  let x: Feature = { ...stem, tensor: pooled };
  for (const [stage, blocks] of BLOCKS.entries()) {
    for (let block = 0; block < blocks; block++) {
      const name = `${prefix}layer${stage + 1}.${block}`;
      x = addBottleneck(layers, x, name, block === 0, stage > 0 && block === 0 ? 2 : 1);
    }
  }
  return x;
}

/** 1x1, 3x3 and 1x1 convolutions, added to the input, which a stage's first block converts too. */
function addBottleneck(
  layers: InternetLayers,
  x: Feature,
  name: string,
  isFirst: boolean,
  stride: number,
): Feature {
  const [downsample, downsampleNorm] = [`${name}.downsample.0`, `${name}.downsample.1`];
  const convolution = (x: Feature, index: number, kernel: number, stride: number) =>
    layers.convolution(x, `${name}.conv${index}`, `${name}.bn${index}`, { kernel, stride });
  const reduced = layers.relu(convolution(x, 1, 1, 1));
  const spread = layers.relu(convolution(reduced, 2, 3, stride));
  const skip = isFirst
    ? layers.convolution(x, downsample, downsampleNorm, { kernel: 1, stride })
    : x;
  const { channels } = skip;
  const last = { kernel: 1, stride: 1, channels };
  const expanded = layers.convolution(spread, `${name}.conv3`, `${name}.bn3`, last);
  const tensor = layers.graph.node('Add', [expanded.tensor, skip.tensor], name);
  return layers.relu({ tensor, channels });
}
