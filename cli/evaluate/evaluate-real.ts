import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HAND_SIDES } from '../../src/hands/hand-side.ts';
import { pictureScore, type PictureScore } from '../../src/evaluation/picture-score.ts';
import { drawHands } from './draw-hands.ts';
import type { EstimatorPage } from './estimator-page.ts';
import { followFile } from './follow-file.ts';
import { ProgressBar } from './progress-bar.ts';
import type { RealPicture } from './real-pictures.ts';

export interface RealReport {
  /** Mean PCK@0.2 of the pictures, all together and by data set. */
  readonly pck: number | null;
  readonly pckByDataSet: Readonly<Record<string, number | null>>;
  /** Pictures with two hands, and those in which both were found. */
  readonly twoHands: { readonly of: number; readonly bothFound: number };
  readonly pictures: readonly RealPictureReport[];
}

interface RealPictureReport extends PictureScore {
  readonly dataSet: string;
  readonly image: string;
  readonly handsThere: number;
  readonly handsFound: number;
}

/**
 * Runs every picture of ../shared/data.
 * @param drawInto folder for the pictures with what was found drawn into them; null: none
 */
export async function evaluateReal(
  pictures: readonly RealPicture[],
  page: EstimatorPage,
  drawInto: string | null,
): Promise<RealReport> {
  if (drawInto !== null) mkdirSync(drawInto, { recursive: true });
  const reports: RealPictureReport[] = [];
  using bar = new ProgressBar('pictures', pictures.length, 0);
  for (const picture of pictures) {
    reports.push(await evaluatePicture(picture, page, drawInto));
    bar.step();
  }
  const two = reports.filter(({ handsThere }) => handsThere === 2);
  const pckOf = (name: string) => meanPck(reports.filter(({ dataSet }) => dataSet === name));
  const dataSets = new Set(pictures.map(({ dataSet }) => dataSet));
  return {
    pck: meanPck(reports),
    pckByDataSet: Object.fromEntries(Array.from(dataSets, (name) => [name, pckOf(name)])),
    twoHands: {
      of: two.length,
      bothFound: two.filter(({ handsFound }) => handsFound === 2).length,
    },
    pictures: reports,
  };
}

async function evaluatePicture(
  picture: RealPicture,
  page: EstimatorPage,
  drawInto: string | null,
): Promise<RealPictureReport> {
  const { dataSet, image, path } = picture;
  const [shown] = await followFile(page, path);
  const { hands } = shown!;
  if (drawInto !== null) {
    await drawHands(picture, hands, join(drawInto, `${dataSet}-${basename(image)}.png`));
  }
  return {
    dataSet,
    image,
    handsThere: picture.hands.length,
    handsFound: HAND_SIDES.filter((side) => hands[side]).length,
    ...pictureScore(hands, picture),
  };
}

function meanPck(scores: readonly PictureScore[]): number | null {
  const known = scores.flatMap(({ pck }) => pck ?? []);
  return known.length > 0 ? known.reduce((sum, pck) => sum + pck, 0) / known.length : null;
}
