import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import { perHand, type HandSide } from '../hands/hand-side.ts';
import { fromInterhandOrder, INTERHAND_JOINT_COUNT } from '../hands/interhand-joints.ts';
import { WRIST } from '../hands/joints.ts';
import { subtract3, type Vec3 } from '../hands/vectors.ts';
import type { AnnotatedHand, AnnotatedPose, PoseDataset } from './annotated-pose.ts';
import { imagesById } from './coco-images.ts';
import { JsonEntry } from './json-entry.ts';
import type { NamedJson } from './named-json.ts';
import { networkBox } from './network-box.ts';
import type { RootDepths } from './root-depths.ts';

/** InterHand2.6M's three annotation files. */
export interface InterhandFiles {
  /** `…data.json`, COCO: images and annotations. */
  readonly data: NamedJson;
  /** `…camera.json`: cameras by capture. */
  readonly camera: NamedJson;
  /** `…joint_3d.json`: joints in world space by capture and frame. */
  readonly joint3d: NamedJson;
}

/**
 * InterHand2.6M (machine, human or all annotations: the formats are one).
 * @param rootDepths RootNet's; null: the true ones
 * @throws MalformedFile
 */
export function interhandDataset(
  files: InterhandFiles,
  rootDepths: RootDepths | null,
): PoseDataset {
  const data = new JsonEntry(files.data.file, files.data.json);
  const cameras = new JsonEntry(files.camera.file, files.camera.json);
  const joints = new JsonEntry(files.joint3d.file, files.joint3d.json);
  const annotations = data.get('annotations').items();
  const images = imagesById(data);
  return {
    size: annotations.length,
    joints: 'each',
    pose: (index) => poseOf(annotations[index]!, images, cameras, joints, rootDepths),
  };
}

function poseOf(
  annotation: JsonEntry,
  images: ReturnType<typeof imagesById>,
  cameras: JsonEntry,
  joints: JsonEntry,
  rootDepths: RootDepths | null,
): AnnotatedPose {
  const image = images(annotation);
  const capture = image.get('capture').text();
  const camera = readCamera(cameras.get(capture), image.get('camera').text());
  const world = joints
    .get(capture)
    .get(image.get('frame_idx').text())
    .get('world_coord')
    .items(INTERHAND_JOINT_COUNT);
  const inCamera = world.map((joint) => camera.toCamera(joint.numbers(3)));
  const valid = annotation
    .get('joint_valid')
    .items(INTERHAND_JOINT_COUNT)
    .map((entry) => entry.flag());
  const hands = perHand((side) => handOf(inCamera, valid, side));

  const id = annotation.get('id').number();
  const root = rootDepths?.of(id);
  const [right, left] = root
    ? root.depths.numbers(2)
    : [hands.right.joints[WRIST]![2], hands.left.joints[WRIST]![2]];
  return {
    id,
    image: image.get('file_name').text(),
    box: root?.box ?? networkBox(annotation.get('bbox')),
    camera: camera.intrinsics,
    handType: annotation.get('hand_type').oneOf(['right', 'left', 'interacting']),
    handTypeValid: annotation.get('hand_type_valid').flag(),
    hands,
    rootDepthMm: { right, left },
  };
}

/** Where the wrist is not known, nothing relative to it is: the whole hand is not valid. */
function handOf(joints: readonly Vec3[], valid: readonly boolean[], side: HandSide): AnnotatedHand {
  const flags = fromInterhandOrder(valid, side);
  return {
    joints: fromInterhandOrder(joints, side),
    valid: flags.map((flag) => flag && flags[WRIST]!),
  };
}

interface StudioCamera {
  readonly intrinsics: CameraIntrinsics;
  /** World space to camera space, both mm: R (X - campos). */
  readonly toCamera: (world: Vec3) => Vec3;
}

function readCamera(capture: JsonEntry, name: string): StudioCamera {
  const of = (key: string) => capture.get(key).get(name);
  const [fx, fy] = of('focal').numbers(2);
  const [cx, cy] = of('princpt').numbers(2);
  const position = of('campos').numbers(3);
  const rotation = of('camrot')
    .items(3)
    .map((row) => row.numbers(3));
  return {
    intrinsics: { fx, fy, cx, cy, from: 'calibrated' },
    toCamera(world) {
      const [x, y, z] = subtract3(world, position);
      const along = ([a, b, c]: Vec3) => a * x + b * y + c * z;
      return [along(rotation[0]!), along(rotation[1]!), along(rotation[2]!)];
    },
  };
}
