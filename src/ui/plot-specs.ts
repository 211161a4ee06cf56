import type { LivePoseFrame } from '../streams/live-pose-frame.ts';

/** One plot of the card: its lines and where their values come from. */
export interface PlotSpec {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly { readonly label: string; readonly token: `--${string}` }[];
  /** The y axis spans at least this much. */
  readonly atLeast: readonly [low: number, high: number];
  /** One value a line; null leaves a gap. */
  readonly sample: (live: LivePoseFrame, fps: number) => readonly (number | null)[];
}

export const PLOTS: readonly PlotSpec[] = [
  {
    title: 'Rate',
    unit: 'frames a second',
    lines: [{ label: 'Rate', token: '--ink' }],
    atLeast: [0, 30],
    sample: (_live, fps) => [fps > 0 ? fps : null],
  },
  {
    title: 'Latency',
    unit: 'ms in each stage',
    lines: [
      { label: 'Detect', token: '--ink' },
      { label: 'Estimate', token: '--plot-2' },
      { label: 'Crop, lift, smooth, gate', token: '--plot-3' },
    ],
    atLeast: [0, 40],
    sample: ({ timings: { detect, crop, estimate, lift, smooth, gate } }) => [
      detect ?? null,
      estimate ?? null,
      detect === undefined ? null : (crop ?? 0) + (lift ?? 0) + (smooth ?? 0) + (gate ?? 0),
    ],
  },
  {
    title: 'Root depth',
    unit: 'mm from the camera',
    lines: [
      { label: 'Left', token: '--left' },
      { label: 'Right', token: '--right' },
    ],
    atLeast: [400, 600],
    sample: ({ hands }) => [hands.left?.rootDepth.mm ?? null, hands.right?.rootDepth.mm ?? null],
  },
  {
    title: 'Relative depth',
    unit: 'mm, left behind right',
    lines: [{ label: 'Relative', token: '--ink' }],
    atLeast: [-100, 100],
    sample: ({ relativeDepth }) => [relativeDepth?.mm ?? null],
  },
];
