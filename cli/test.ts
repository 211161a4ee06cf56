import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, INSTALL_CHROMIUM } from './chromium.ts';

/** How many tests passed and failed; a suite that is one check counts as one. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const NODE_MODULES_BIN = join('node_modules', '.bin');

function run(command: string, args: readonly string[]): boolean {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(join(NODE_MODULES_BIN, command), args, { stdio: 'inherit', shell });
  return status === 0;
}

function check(title: string, command: string, args: readonly string[]): Tally {
  process.stdout.write(`\n${title}\n`);
  const passed = run(command, args);
  process.stdout.write(`${title}: ${passed ? 'passed' : 'FAILED'}\n`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Runs one vitest project. A run that dies without a report counts as a failure. */
function suite(project: string): Tally {
  process.stdout.write(`\n${project} tests\n`);
  const folder = mkdtempSync(join(tmpdir(), 'handstream-test-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const ok = run('vitest', ['run', '--project', project, ...reporters]);
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Record<string, number>;
    const failed = numFailedTests ?? 0;
    // A suite that could not even be loaded fails the run without failing a test.
    const unloaded = !ok && failed === 0 ? 1 : 0;
    return {
      passed: numPassedTests ?? 0,
      failed: failed + unloaded,
      skipped: numPendingTests ?? 0,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function endToEnd(): Tally {
  if (findChromium()) return suite('e2e');
  process.stdout.write(`\ne2e tests FAILED: ${INSTALL_CHROMIUM}\n`);
  return { passed: 0, failed: 1, skipped: 0 };
}

const tallies = [
  check('type check', 'tsc', ['--noEmit']),
  check('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  check('format', 'prettier', ['--check', '--log-level=warn', '.']),
  suite('unit'),
  endToEnd(),
];
const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
const skipped = sum('skipped');
process.stdout.write(
  `\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
);
process.exitCode = sum('failed') > 0 ? 1 : 0;
