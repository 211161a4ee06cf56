/** Channel counts of an InterNet; the real one's are FULL_WIDTHS. */
export interface Widths {
  readonly stem: number;
  /** Of the four layers' bottlenecks; each layer gives out four times as many. */
  readonly planes: readonly [number, number, number, number];
  readonly deconvs: readonly [number, number, number];
  readonly rootHidden: number;
  readonly handHidden: number;
}

export const FULL_WIDTHS: Widths = {
  stem: 64,
  planes: [64, 128, 256, 512],
  deconvs: [256, 256, 256],
  rootHidden: 512,
  handHidden: 512,
};

/** The real topology with few channels: quick to make and to run. */
export const NARROW_WIDTHS: Widths = {
  stem: 4,
  planes: [2, 3, 4, 5],
  deconvs: [6, 5, 4],
  rootHidden: 7,
  handHidden: 8,
};

/** One entry of a state dict; its values are `mean` + `deviation` · a normal of unit variance. */
export interface RandomTensor {
  readonly key: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int64';
  readonly mean: number;
  readonly deviation: number;
  /** What the optimizer moves; running statistics and counts are not. */
  readonly trained: boolean;
}

export type Layout = 'official' | 'mmpose1x';

/** Where the parts of the network stand in each layout (internet-spec.md A2, the key map). */
const PREFIXES = {
  official: {
    backbone: 'module.backbone_net.resnet.',
    deconvs: ['module.pose_net.joint_deconv_1.', 'module.pose_net.joint_deconv_2.'],
    finals: ['module.pose_net.joint_conv_1.0.', 'module.pose_net.joint_conv_2.0.'],
    root: 'module.pose_net.root_fc.',
    hand: 'module.pose_net.hand_fc.',
  },
  mmpose1x: {
    backbone: 'backbone.',
    deconvs: ['head.right_hand_head.deconv_layers.', 'head.left_hand_head.deconv_layers.'],
    finals: ['head.right_hand_head.final_layer.', 'head.left_hand_head.final_layer.'],
    root: 'head.root_head.fc.',
    hand: 'head.hand_type_head.fc.',
  },
} as const;

const BLOCKS = [3, 4, 6, 3];
const HEATMAP_CHANNELS = 21 * 64;
const ROOT_BINS = 64;

/** The 366 entries of an InterNet's state dict, in the order of the file (internet-spec.md A1). */
export function internetTensors(layout: Layout, widths: Widths): readonly RandomTensor[] {
  const prefix = PREFIXES[layout];
  const features = widths.planes[3] * 4;
  return [
    ...backbone(prefix.backbone, widths),
    ...head(prefix, 0, [features, ...widths.deconvs]),
    ...head(prefix, 1, [features, ...widths.deconvs]),
    ...dense(`${prefix.root}0.`, [widths.rootHidden, features]),
    ...dense(`${prefix.root}2.`, [ROOT_BINS, widths.rootHidden]),
    ...dense(`${prefix.hand}0.`, [widths.handHidden, features]),
    ...dense(`${prefix.hand}2.`, [2, widths.handHidden]),
  ];
}

function backbone(prefix: string, { stem, planes }: Widths): RandomTensor[] {
  const tensors = [conv(`${prefix}conv1.`, [stem, 3, 7, 7]), ...norm(`${prefix}bn1.`, stem)];
  let channels = stem;
  planes.forEach((width, layer) => {
    for (let block = 0; block < BLOCKS[layer]!; block++) {
      tensors.push(...bottleneck(`${prefix}layer${layer + 1}.${block}.`, channels, width));
      channels = width * 4;
    }
  });
  return tensors;
}

function bottleneck(prefix: string, channels: number, width: number): RandomTensor[] {
  const tensors = [
    conv(`${prefix}conv1.`, [width, channels, 1, 1]),
    ...norm(`${prefix}bn1.`, width),
    conv(`${prefix}conv2.`, [width, width, 3, 3]),
    ...norm(`${prefix}bn2.`, width),
    conv(`${prefix}conv3.`, [width * 4, width, 1, 1]),
    // A branch adds little to what goes past it, or sixteen of them would add up.
    ...norm(`${prefix}bn3.`, width * 4, 0.25),
  ];
  // The first block of a layer changes the width, layer1's too.
  if (!prefix.endsWith('.0.')) return tensors;
  const shortcut = `${prefix}downsample.`;
  return [
    ...tensors,
    conv(`${shortcut}0.`, [width * 4, channels, 1, 1]),
    ...norm(`${shortcut}1.`, width * 4),
  ];
}

/** Of the right hand (0) or the left. */
function head(
  { deconvs, finals }: (typeof PREFIXES)[Layout],
  hand: 0 | 1,
  channels: readonly number[],
): RandomTensor[] {
  const tensors: RandomTensor[] = [];
  channels.slice(1).forEach((out, i) => {
    const into = channels[i]!;
    // Stride 2: each output pixel is met by 2 x 2 of the 4 x 4 taps.
    tensors.push(normal(`${deconvs[hand]}${i * 3}.weight`, [into, out, 4, 4], 0, he(into * 4)));
    tensors.push(...norm(`${deconvs[hand]}${i * 3 + 1}.`, out));
  });
  return [...tensors, ...dense(finals[hand], [HEATMAP_CHANNELS, channels.at(-1)!, 1, 1])];
}

function conv(prefix: string, shape: readonly number[]): RandomTensor {
  const fanIn = shape.slice(1).reduce((product, size) => product * size, 1);
  return normal(`${prefix}weight`, shape, 0, he(fanIn));
}

function dense(prefix: string, shape: readonly number[]): RandomTensor[] {
  return [conv(prefix, shape), normal(`${prefix}bias`, [shape[0]!], 0, 0.1)];
}

function norm(prefix: string, channels: number, gain = 1): RandomTensor[] {
  return [
    normal(`${prefix}weight`, [channels], gain, gain * 0.1),
    normal(`${prefix}bias`, [channels], 0, 0.1),
    { ...normal(`${prefix}running_mean`, [channels], 0, 0.2), trained: false },
    { ...normal(`${prefix}running_var`, [channels], 1, 0.1), trained: false },
    {
      key: `${prefix}num_batches_tracked`,
      shape: [],
      dtype: 'int64',
      mean: 20_001,
      deviation: 0,
      trained: false,
    },
  ];
}

function normal(
  key: string,
  shape: readonly number[],
  mean: number,
  deviation: number,
): RandomTensor {
  return { key, shape, dtype: 'float32', mean, deviation, trained: true };
}

/** Keeps the power of activations through a ReLU (He et al. 2015). */
function he(fanIn: number): number {
  return Math.sqrt(2 / fanIn);
}
