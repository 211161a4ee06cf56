import type { JointOrder } from '../hands/interhand-joints.ts';
import { GraphEnds } from './graph-ends.ts';
import type { InternetContract } from './internet-contract.ts';
import { METADATA_KEYS } from './internet-metadata.ts';
import { FLOAT16 } from './onnx/data-type.ts';
import type { OnnxModel } from './onnx/onnx-model.ts';

/** Of both hands. */
const JOINTS = 42;

/** Further priors that are told, where the network takes them; others stay zeros. */
const PRIOR_DEPTHS = { prior_depth: [JOINTS, 2], prior_relative_depth: [2] };

const VARIANTS = ['official', 'mmpose', 'lite'] as const;

/** Where a file does not say: as both published codes have it. */
const DEPTH_EXTENT_MM = 400;

/**
 * Checks that an ONNX model keeps the contract of design.md section 5. What handstream.* metadata
 * says must agree with the shapes; where there is none, it is taken for a network of the official
 * code, whose licence and origin are not known.
 * @param file its name, for messages
 * @throws ModelFailure 'breaks-contract', which says what was found and what was expected
 */
export function checkContract(model: OnnxModel, file: string): InternetContract {
  const ends = new GraphEnds(model, file);
  const says = (key: keyof typeof METADATA_KEYS) => model.metadata.get(METADATA_KEYS[key]);
  const agree = (key: keyof typeof METADATA_KEYS, found: string) => {
    const said = says(key) ?? found;
    if (said !== found) ends.fail(`${METADATA_KEYS[key]} says ${said}, but it is ${found}`);
  };

  const inputSize = imageSize(ends);
  agree('inputSize', String(inputSize));
  ends.output('handedness', [2]);
  ends.output('relative_depth', [1]);
  const heatmapSize = heatmapSizeOf(ends);
  if (heatmapSize) agree('heatmapSize', heatmapSize.join(','));

  const variant = says('variant') ?? (heatmapSize ? 'official' : 'lite');
  const depthExtentMm = Number(says('depthExtentMm') ?? DEPTH_EXTENT_MM);
  if (!(depthExtentMm > 0)) {
    ends.fail(`${METADATA_KEYS.depthExtentMm} says ${says('depthExtentMm')}, no length`);
  }
  return {
    variant:
      VARIANTS.find((known) => known === variant) ??
      ends.fail(`${METADATA_KEYS.variant} says ${variant}, not ${VARIANTS.join(', ')}`),
    inputSize,
    heatmapSize,
    jointOrder: jointOrderOf(ends, says('jointOrder')),
    depthExtentMm,
    prior: priorOf(ends, says('prior')),
    precision: ends.inputs.get('image')?.dataType === FLOAT16 ? 'fp16' : 'fp32',
    licence: says('licence') ?? '',
    source: says('source') ?? '',
  };
}

function imageSize(ends: GraphEnds): number {
  const [, height = 0, width = 0] = ends.input('image', [3, null, null]);
  return height === width ? width : ends.fail(`its image is not square, but ${width}x${height}`);
}

function jointOrderOf(ends: GraphEnds, said = 'interhand'): JointOrder {
  if (said === 'interhand' || said === 'wrist-first') return said;
  return ends.fail(`${METADATA_KEYS.jointOrder} says ${said}, which is not known here`);
}

/** Null where the network gives joints instead. */
function heatmapSizeOf(ends: GraphEnds): InternetContract['heatmapSize'] {
  if (!ends.outputs.has('heatmap') && ends.outputs.has('joints')) {
    ends.output('joints', [JOINTS, 3]);
    ends.output('joint_score', [JOINTS]);
    return null;
  }
  const [channels = 0, height = 0, width = 0] = ends.output('heatmap', [null, null, null]);
  if (channels % JOINTS === 0) return [channels / JOINTS, height, width];
  return ends.fail(`its heatmap has ${channels} channels, which ${JOINTS} joints cannot share`);
}

/** Inputs beside the image: `prior`, and others named prior_… that may be left zero. */
function priorOf(ends: GraphEnds, said: string | undefined): InternetContract['prior'] {
  for (const name of ends.inputs.keys()) {
    if (!/^(?:image|prior|prior_.*)$/.test(name))
      ends.fail(`nothing here can give its input ${name}`);
  }
  for (const [name, sizes] of Object.entries(PRIOR_DEPTHS)) {
    if (ends.inputs.has(name)) ends.input(name, sizes);
  }
  if (!ends.inputs.has('prior')) return null;
  const [, height, width] = ends.input('prior', [JOINTS, null, null]);
  const [size = 0, sigma = 0] = (said ?? '').split(',').map(Number);
  if (size === height && size === width && sigma > 0) return { size, sigma };
  return ends.fail(
    `${METADATA_KEYS.prior} says ${said ?? 'nothing'}, but prior is [N, ${JOINTS}, ${height}, ` +
      `${width}] and needs "P,sigma"`,
  );
}
