import { transformPoint, type Affine } from '../../src/hands/crop-affine.ts';
import { binToDepthMm, binToPixel } from '../../src/hands/heatmap-units.ts';
import { INTERHAND_JOINT_COUNT, networkJoint } from '../../src/hands/interhand-joints.ts';
import { JOINT_COUNT } from '../../src/hands/joints.ts';
import type { MetricConvention } from '../../src/hands/metric-convention.ts';
import type { Vec3 } from '../../src/hands/vectors.ts';
import { decodeVolume } from '../../src/hands/voxel-decode.ts';
import type { Prediction } from '../../src/evaluation/prediction.ts';
import type { InternetContract } from '../../src/models/internet-contract.ts';
import { volumesOf, type NetworkOutput } from '../../src/workers/network-output.ts';
import { tensorFloats } from '../../src/workers/wasm-tensors.ts';

/**
 * What a network says about one crop, in the picture's px.
 * @param toPicture crop px to picture px
 * @param decode whose integer arg-max
 */
export function decodeOutput(
  output: NetworkOutput,
  contract: InternetContract,
  toPicture: Affine,
  decode: MetricConvention,
): Omit<Prediction, 'annotation'> {
  const jointOf = output.direct
    ? directJoint(output.direct.joints)
    : heatmapJoint(output, contract, decode);
  const [right = 0, left = 0] = output.handedness;
  return {
    joints: Array.from({ length: INTERHAND_JOINT_COUNT }, (_, joint): Vec3 => {
      const [x, y, z] = jointOf(joint);
      return [...transformPoint(toPicture, [x, y]), z];
    }),
    relativeDepthMm: output.relativeDepth[0]!,
    handedness: { right, left },
  };
}

/** px and px of the crop, mm. */
type JointOf = (joint: number) => Vec3;

function directJoint(joints: Float32Array): JointOf {
  return (joint) => [joints[3 * joint]!, joints[3 * joint + 1]!, joints[3 * joint + 2]!];
}

function heatmapJoint(
  output: NetworkOutput,
  { heatmapSize, inputSize, depthExtentMm, jointOrder }: InternetContract,
  decode: MetricConvention,
): JointOf {
  if (!heatmapSize) throw new Error('The network gives neither a heatmap nor joints');
  const [depth, height, width] = heatmapSize;
  const cells = depth * height * width;
  return (joint) => {
    const side = joint < JOINT_COUNT ? 'right' : 'left';
    const { tensor, first } = volumesOf(output, { crop: 0, side });
    const offset = (first + networkJoint(jointOrder, joint % JOINT_COUNT)) * cells;
    const { x, y, z } = decodeVolume(tensorFloats(tensor), offset, heatmapSize, decode);
    return [
      binToPixel(x, width, inputSize),
      binToPixel(y, height, inputSize),
      binToDepthMm(z, depth, depthExtentMm),
    ];
  };
}
