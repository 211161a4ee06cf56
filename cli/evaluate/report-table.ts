import type { BySplit, PoseReport } from '../../src/hands/pose-metrics.ts';

const SPLITS = ['single', 'interacting', 'all'] as const satisfies (keyof BySplit<number>)[];

/** The report as a table for people, with what must be known about it underneath. */
export function reportTable(title: string, report: PoseReport): string {
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(12)}${cells.map((cell) => cell.padStart(14)).join('')}`;
  return [
    title,
    row('', SPLITS),
    row(
      'samples',
      SPLITS.map((split) => String(report.samples[split])),
    ),
    row(
      'MPJPE (mm)',
      SPLITS.map((split) => millimetres(report.mpjpe[split])),
    ),
    row('MRRPE (mm)', ['', millimetres(report.mrrpe), '']),
    row('APh', ['', '', report.aph === null ? '–' : report.aph.toFixed(3)]),
    ...report.notes.map((note) => `  ${note}.`),
    '',
  ].join('\n');
}

function millimetres(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}
