import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Prediction } from '../../src/evaluation/prediction.ts';
import { PredictionLog } from './prediction-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function prediction(annotation: number): Prediction {
  return {
    annotation,
    joints: Array.from({ length: 42 }, (_, i) => [i, 2 * i, 1 - i]),
    relativeDepthMm: 12.5,
    handedness: { right: 0.25, left: 0.75 },
  };
}

describe('PredictionLog', () => {
  test('goes on with what the same run has done', () => {
    const path = join(folder, 'same.part');
    const first = new PredictionLog(path, 'run');
    first.add(prediction(1));
    first.add(prediction(2));
    const second = new PredictionLog(path, 'run');
    expect(Array.from(second.predictions.values())).toEqual([prediction(1), prediction(2)]);
    second.add(prediction(3));
    expect(new PredictionLog(path, 'run').predictions.size).toBe(3);
    second.remove();
    expect(existsSync(path)).toBe(false);
  });

  test('begins anew for another run, and where the file is no log', () => {
    const path = join(folder, 'other.part');
    new PredictionLog(path, 'run').add(prediction(1));
    expect(new PredictionLog(path, 'another').predictions.size).toBe(0);
    writeFileSync(path, 'no log\n');
    expect(new PredictionLog(path, 'run').predictions.size).toBe(0);
  });

  test.each(['{"annot_id":3,"joi', '{"annot_id":3}\n', 'x\n'])(
    'drops %j from a cut-off end',
    (end) => {
      const path = join(folder, 'cut.part');
      const log = new PredictionLog(path, 'run');
      log.add(prediction(1));
      log.add(prediction(2));
      appendFileSync(path, end);
      const again = new PredictionLog(path, 'run');
      expect(Array.from(again.predictions.keys())).toEqual([1, 2]);
      again.add(prediction(3));
      expect(new PredictionLog(path, 'run').predictions.size).toBe(3);
      expect(readFileSync(path, 'utf8').endsWith('\n')).toBe(true);
      again.remove();
    },
  );
});
