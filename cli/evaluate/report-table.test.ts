import { expect, test } from 'vitest';
import { reportTable } from './report-table.ts';

test('a report as a table, with what is unknown and why', () => {
  const report = {
    samples: { single: 2, interacting: 0, all: 2 },
    mpjpe: { single: 9.687, interacting: null, all: 9.687 },
    mpjpePerJoint: { single: [], interacting: [], all: [] },
    mrrpe: null,
    aph: 0.5,
    notes: ['MRRPE is null: no interacting hands with both wrists valid'],
  };
  expect(reportTable('rhd', report)).toBe(
    [
      'rhd',
      '                      single   interacting           all',
      '  samples                  2             0             2',
      '  MPJPE (mm)            9.69             –          9.69',
      '  MRRPE (mm)                             –              ',
      '  APh                                              0.500',
      '  MRRPE is null: no interacting hands with both wrists valid.',
      '',
    ].join('\n'),
  );
});
