import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { RIGGED_HEADER, riggedFrame, streamOf, textOf } from '../../../tests/rigged-stream.ts';
import { HAND_SIDES } from '../../hands/hand-side.ts';
import { JOINT_NAMES } from '../../hands/joints.ts';
import type { PoseStreamFrame } from '../pose-stream.ts';
import { exportCsv } from './csv-export.ts';

async function rowsOf(frames: readonly PoseStreamFrame[]): Promise<Record<string, string>[]> {
  const text = await textOf(exportCsv(RIGGED_HEADER, streamOf(frames)));
  return parse(text, { columns: true, record_delimiter: '\r\n' });
}

const both = riggedFrame(0, 0);
const right = both.hands.right!;
const withRaw: PoseStreamFrame = {
  ...both,
  index: 7,
  time: 280.5,
  hands: {
    right: { ...right, raw: { joints2d: right.joints2d, joints3d: right.joints3d } },
    left: null,
  },
};

test('has a row for each joint of each hand that is there', async () => {
  const rows = await rowsOf([both, riggedFrame(1, 40, []), withRaw]);
  expect(rows.map(({ index, hand, joint }) => [Number(index), hand, joint])).toEqual([
    ...HAND_SIDES.flatMap((side) => JOINT_NAMES.map((name) => [0, side, name])),
    ...JOINT_NAMES.map((name) => [7, 'right', name]),
  ]);
});

test('has the stream’s own numbers, and empty fields for those it has not', async () => {
  const rows = await rowsOf([both, withRaw]);
  const numbers = (row: Record<string, string>, ...columns: string[]) =>
    columns.map((column) => Number(row[column]));
  for (const [joint, row] of rows.slice(0, 21).entries()) {
    expect(numbers(row, 'time_ms', 'hand_score', 'joint_score')).toEqual([0, 0.75, joint / 32]);
    expect(numbers(row, 'x_px', 'y_px')).toEqual(right.joints2d[joint]);
    expect(numbers(row, 'x_mm', 'y_mm', 'z_mm')).toEqual(right.joints3d[joint]);
    expect([row['depth_from'], row['raw_x_px'], row['raw_z_mm']]).toEqual(['internet', '', '']);
  }
  for (const [joint, row] of rows.slice(42).entries()) {
    expect(row['time_ms']).toBe('280.5');
    expect(numbers(row, 'raw_x_px', 'raw_y_px')).toEqual(right.joints2d[joint]);
    expect(numbers(row, 'raw_x_mm', 'raw_y_mm', 'raw_z_mm')).toEqual(right.joints3d[joint]);
  }
});

test('leaves joint scores empty that the estimator does not know', async () => {
  const { jointScores: _, ...unscored } = right;
  const rows = await rowsOf([
    { ...both, hands: { right: unscored, left: null }, relativeDepth: null },
  ]);
  expect(new Set(rows.map(({ joint_score }) => joint_score))).toEqual(new Set(['']));
});

test('of no frames is its column names', async () => {
  const text = await textOf(exportCsv(RIGGED_HEADER, streamOf([])));
  expect(text).toBe(
    'index,time_ms,hand,joint,x_px,y_px,x_mm,y_mm,z_mm,hand_score,joint_score,depth_from,' +
      'raw_x_px,raw_y_px,raw_x_mm,raw_y_mm,raw_z_mm\r\n',
  );
});
