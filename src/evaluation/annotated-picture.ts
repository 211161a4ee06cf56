import { projectPoint } from '../hands/camera-intrinsics.ts';
import { HAND_SIDES, type HandSide } from '../hands/hand-side.ts';
import { JOINT_COUNT } from '../hands/joints.ts';
import type { Vec2 } from '../hands/vectors.ts';
import type { AnnotatedPose } from './annotated-pose.ts';
import { imagesById } from './coco-images.ts';
import { JsonEntry } from './json-entry.ts';
import type { NamedJson } from './named-json.ts';

/** A picture whose joints are known in 2D. */
export interface AnnotatedPicture {
  /** Path of the picture below the folder of images. */
  readonly image: string;
  readonly hands: readonly AnnotatedHand2d[];
}

export interface AnnotatedHand2d {
  /** Null where the data set does not say. */
  readonly side: HandSide | null;
  /** 21, public order, px of the picture; null where the place is not known. */
  readonly joints: readonly (Vec2 | null)[];
}

/** What a pose in camera space looks like in its picture. */
export function pictureOfPose({ image, hands, camera, handType }: AnnotatedPose): AnnotatedPicture {
  const shown = HAND_SIDES.filter((side) => handType === 'interacting' || handType === side);
  return {
    image,
    hands: shown.map((side) => ({
      side,
      joints: hands[side]!.joints.map((joint, i) =>
        hands[side]!.valid[i] ? projectPoint(joint, camera) : null,
      ),
    })),
  };
}

/**
 * FreiHAND or OneHand10K as MMPose stores them: COCO with one hand an annotation, joints in the
 * public order as x, y and whether they are known.
 * @param side of all hands; null where they are of either
 * @throws MalformedFile
 */
export function keypointPictures(
  { file, json }: NamedJson,
  side: HandSide | null,
): AnnotatedPicture[] {
  const data = new JsonEntry(file, json);
  const images = imagesById(data);
  return data
    .get('annotations')
    .items()
    .map((annotation) => {
      const numbers = annotation.get('keypoints').numbers(3 * JOINT_COUNT);
      const joints = Array.from({ length: JOINT_COUNT }, (_, joint): Vec2 | null => {
        const [x = 0, y = 0, known = 0] = numbers.slice(3 * joint);
        return known > 0 ? [x, y] : null;
      });
      const image = images(annotation).get('file_name').text();
      return { image, hands: [{ side, joints }] };
    });
}
