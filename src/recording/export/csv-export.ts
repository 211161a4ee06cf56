import { HAND_SIDES, type HandSide } from '../../hands/hand-side.ts';
import { JOINT_NAMES } from '../../hands/joints.ts';
import type { HandPose } from '../../hands/pose-frame.ts';
import type { PoseStreamFrame, PoseStreamHeader } from '../pose-stream.ts';

/** Units stand in the names; an empty field is a number that the stream does not have. */
const COLUMNS = [
  ['index', 'time_ms', 'hand', 'joint'],
  ['x_px', 'y_px', 'x_mm', 'y_mm', 'z_mm'],
  ['hand_score', 'joint_score', 'depth_from'],
  ['raw_x_px', 'raw_y_px', 'raw_x_mm', 'raw_y_mm', 'raw_z_mm'],
].flat();

/** RFC 4180; no field of ours needs quotes. */
const LINE_END = '\r\n';

const NO_RAW = ['', '', '', '', ''];

/**
 * A long table for pandas and R: a row for each joint of each hand of each frame, 17 columns. A
 * hand that is not there has no rows, and a frame without hands has none at all.
 */
export async function* exportCsv(
  _header: PoseStreamHeader,
  frames: AsyncIterable<PoseStreamFrame>,
): AsyncGenerator<string> {
  yield COLUMNS.join(',') + LINE_END;
  for await (const frame of frames) {
    for (const side of HAND_SIDES) {
      const hand = frame.hands[side];
      if (hand) yield rowsOf(frame, side, hand);
    }
  }
}

function rowsOf({ index, time }: PoseStreamFrame, side: HandSide, hand: HandPose): string {
  const { joints2d, joints3d, score, jointScores, rootDepth, raw } = hand;
  return JOINT_NAMES.map((name, joint) => {
    const row = [
      [index, time, side, name],
      [...joints2d[joint]!, ...joints3d[joint]!],
      [score, jointScores?.[joint] ?? '', rootDepth.from],
      raw ? [...raw.joints2d[joint]!, ...raw.joints3d[joint]!] : NO_RAW,
    ];
    return row.flat().join(',') + LINE_END;
  }).join('');
}
