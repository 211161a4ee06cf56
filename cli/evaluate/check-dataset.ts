import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PoseDataset } from '../../src/evaluation/annotated-pose.ts';
import { posesOf } from '../../src/evaluation/evaluate-dataset.ts';

/**
 * Reads every annotation once: what is wrong with one is to be known before hours of inference.
 * @param images folder where every picture must be; null: none is needed
 * @throws Error that names the entry or the picture
 */
export function checkDataset(poses: PoseDataset, images: string | null): void {
  for (const { image } of posesOf(poses)) {
    if (images === null || existsSync(join(images, image))) continue;
    throw new Error(`${images} has no picture ${image}`);
  }
}
