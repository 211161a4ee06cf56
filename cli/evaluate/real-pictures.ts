import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  keypointPictures,
  pictureOfPose,
  type AnnotatedPicture,
} from '../../src/evaluation/annotated-picture.ts';
import { posesOf } from '../../src/evaluation/evaluate-dataset.ts';
import { interhandDataset } from '../../src/evaluation/interhand-dataset.ts';
import { rhdImagePath, singleHandDataset } from '../../src/evaluation/single-hand-dataset.ts';
import { readJsonFile } from './json-file.ts';

/** A real picture with what is known of it. */
export interface RealPicture extends AnnotatedPicture {
  readonly dataSet: string;
  readonly path: string;
}

/** InterHand2.6M's demo picture: two clasped hands, joints unknown. */
const DEMO: AnnotatedPicture = {
  image: 'demo_input.jpg',
  hands: [
    { side: 'right', joints: [] },
    { side: 'left', joints: [] },
  ],
};

/**
 * The pictures of ../shared/data that are annotated; the lists there name more than lie beside them.
 * @throws Error that names the file which is missing or wrong
 */
export function realPictures(data: string): readonly RealPicture[] {
  const read = (path: string) => readJsonFile(join(data, path));
  const interhand = (part: string) => read(`interhand2.6m/test_interhand2.6m_${part}.json`);
  const files = {
    data: interhand('data'),
    camera: interhand('camera'),
    joint3d: interhand('joint_3d'),
  };
  const rhd = singleHandDataset(read('rhd/test_rhd.json'), rhdImagePath, null);
  const sets: Readonly<Record<string, readonly AnnotatedPicture[]>> = {
    freihand: keypointPictures(read('freihand/test_freihand.json'), 'right'),
    onehand10k: keypointPictures(read('onehand10k/test_onehand10k.json'), null),
    rhd: Array.from(posesOf(rhd), pictureOfPose),
    'interhand2.6m': [...Array.from(posesOf(interhandDataset(files, null)), pictureOfPose), DEMO],
  };
  return Object.entries(sets)
    .flatMap(([dataSet, pictures]) =>
      pictures.map((picture) => ({
        ...picture,
        dataSet,
        path: join(data, dataSet, picture.image),
      })),
    )
    .filter(({ path }) => existsSync(path));
}
