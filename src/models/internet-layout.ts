import type { PerHand } from '../hands/hand-side.ts';
import type { StateDict } from './internet-state-dict.ts';
import { ModelFailure } from './model-failure.ts';

/** How one hand's heatmap head is called. */
export interface HeadLayout {
  /** Before `0.weight`, `1.bias`, … of the three transposed convolutions and their BatchNorms. */
  readonly upsampling: string;
  /** The last convolution. */
  readonly last: string;
}

/** How an InterNet's tensors are called: what stands before the names that all layouts share. */
export interface InternetLayout {
  readonly variant: 'official' | 'mmpose';
  /** Before ResNet-50's own names. */
  readonly backbone: string;
  readonly heads: PerHand<HeadLayout>;
  /** Before `0.weight`, … of the two fully connected layers for the relative root depth. */
  readonly relativeDepth: string;
  readonly handedness: string;
}

/** internet-spec.md A1. Head 1 is the right hand's in InterHand2.6M checkpoints. */
const OFFICIAL: InternetLayout = {
  variant: 'official',
  backbone: 'backbone_net.resnet.',
  heads: {
    right: { upsampling: 'pose_net.joint_deconv_1.', last: 'pose_net.joint_conv_1.0' },
    left: { upsampling: 'pose_net.joint_deconv_2.', last: 'pose_net.joint_conv_2.0' },
  },
  relativeDepth: 'pose_net.root_fc.',
  handedness: 'pose_net.hand_fc.',
};

/** internet-spec.md A2; `head` is 'head.' in MMPose 1.x and 'keypoint_head.' in 0.x. */
function mmpose(head: string): InternetLayout {
  const heads = (side: string) => ({
    upsampling: `${head}${side}_hand_head.deconv_layers.`,
    last: `${head}${side}_hand_head.final_layer`,
  });
  return {
    variant: 'mmpose',
    backbone: 'backbone.',
    heads: { right: heads('right'), left: heads('left') },
    relativeDepth: `${head}root_head.fc.`,
    handedness: `${head}hand_type_head.fc.`,
  };
}

/**
 * Tells from the names which InterNet it is.
 * @param name the file's
 * @throws ModelFailure 'not-an-internet'
 */
export function recogniseLayout(tensors: StateDict, name: string): InternetLayout {
  const names = Array.from(tensors.keys());
  const has = (prefix: string) => names.some((name) => name.startsWith(prefix));
  if (has('pose_net.')) return OFFICIAL;
  const head = ['head.', 'keypoint_head.'].find((head) =>
    ['right_hand_head.', 'left_hand_head.'].some((hand) => has(head + hand)),
  );
  if (head) return mmpose(head);
  const reason =
    'it has no pose_net (official) and no head.right_hand_head or keypoint_head.right_hand_head ' +
    `(MMPose) among its ${names.length} tensors, such as ${names[0]}`;
  throw new ModelFailure({ type: 'not-an-internet', name, reason });
}

/**
 * The layout of a checkpoint whose first head is the left hand's (official STB and RHD). Handedness
 * is (right, left) in these too. Their relative depth was never trained (its loss has weight 0, as
 * they know one hand a picture) and is handed on as it is.
 * @param name the file's
 * @throws ModelFailure 'heads-named' for MMPose's
 */
export function leftFirst(layout: InternetLayout, name: string): InternetLayout {
  if (layout.variant === 'mmpose') throw new ModelFailure({ type: 'heads-named', name });
  return { ...layout, heads: { right: layout.heads.left, left: layout.heads.right } };
}
