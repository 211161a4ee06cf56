import { perHand } from '../hands/hand-side.ts';
import { fromInterhandOrder } from '../hands/interhand-joints.ts';
import { JOINT_COUNT, WRIST } from '../hands/joints.ts';
import type { AnnotatedPose, PoseDataset } from './annotated-pose.ts';
import { imagesById } from './coco-images.ts';
import { JsonEntry } from './json-entry.ts';
import type { NamedJson } from './named-json.ts';
import { networkBox } from './network-box.ts';
import type { RootDepths } from './root-depths.ts';

/**
 * STB or RHD, as the official code stores them: one COCO file whose images carry the camera
 * (cam_param) and whose annotations carry one hand each (hand_type, joint_cam, joint_valid), wrist
 * first, then each finger from tip to base.
 * @param imagePath where an image lies below the folder of images
 * @param rootDepths RootNet's; null: the true ones
 * @throws MalformedFile
 */
export function singleHandDataset(
  { file, json }: NamedJson,
  imagePath: (image: JsonEntry) => string,
  rootDepths: RootDepths | null,
): PoseDataset {
  const data = new JsonEntry(file, json);
  const annotations = data.get('annotations').items();
  const images = imagesById(data);
  return {
    size: annotations.length,
    joints: 'either',
    pose(index) {
      const annotation = annotations[index]!;
      const image = images(annotation);
      return poseOf(annotation, image, imagePath(image), rootDepths);
    },
  };
}

/** STB keeps each sequence in a folder of its own. */
export function stbImagePath(image: JsonEntry): string {
  return `${image.get('seq_name').text()}/${image.get('file_name').text()}`;
}

export function rhdImagePath(image: JsonEntry): string {
  return image.get('file_name').text();
}

function poseOf(
  annotation: JsonEntry,
  image: JsonEntry,
  path: string,
  rootDepths: RootDepths | null,
): AnnotatedPose {
  const side = annotation.get('hand_type').oneOf(['right', 'left']);
  const places = annotation.get('joint_cam').items(JOINT_COUNT);
  const hand = {
    joints: publicOrder(places).map((joint) => joint.numbers(3)),
    valid: publicOrder(validOf(annotation)),
  };
  const camera = image.get('cam_param');
  const [fx, fy] = camera.get('focal').numbers(2);
  const [cx, cy] = camera.get('princpt').numbers(2);

  const id = annotation.get('id').number();
  const root = rootDepths?.of(id);
  const rootDepthMm = root ? root.depths.number() : hand.joints[WRIST]![2];
  return {
    id,
    image: path,
    box: root?.box ?? networkBox(annotation.get('bbox')),
    camera: { fx, fy, cx, cy, from: 'calibrated' },
    handType: side,
    handTypeValid: true,
    hands: perHand((each) => (each === side ? hand : null)),
    rootDepthMm: { right: rootDepthMm, left: rootDepthMm },
  };
}

/** The official files have flags; MMPose's, made from them, the third number of each keypoint. */
function validOf(annotation: JsonEntry): boolean[] {
  const keypoints = annotation.find('keypoints');
  if (keypoints && !annotation.find('joint_valid')) {
    return keypoints.items(JOINT_COUNT).map((keypoint) => keypoint.numbers(3)[2] > 0);
  }
  const flags = annotation.get('joint_valid').items(JOINT_COUNT);
  return flags.map((flag) => flag.flag());
}

/** These sets have the wrist first where InterHand2.6M has it last; the fingers run alike. */
function publicOrder<T>(values: readonly T[]): T[] {
  const [wrist, ...fingers] = values;
  return fromInterhandOrder([...fingers, wrist!], 'right');
}
