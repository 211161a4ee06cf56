import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasGolden, readGolden, sharedPath } from '../tests/golden.ts';
import { convertGolden } from '../tests/golden-internet.ts';
import { goldenPredictions, goldenSets, type GoldenMeta } from '../tests/golden-predictions.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'handstream-evaluate-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function evaluate(...args: string[]) {
  const command = ['--import', 'tsx', 'cli/evaluate.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const lines = stdout.trimEnd().split('\n');
  return { status, stdout, stderr, result: () => JSON.parse(lines.at(-1)!) as Result };
}

interface Result {
  mpjpe: { single: number | null; interacting: number | null; all: number | null };
  mrrpe: number | null;
  aph: number | null;
  notes: string[];
}

function writeJson(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

const annotationFolders = { real: 'data/interhand2.6m', synth: 'golden' };

/** Arguments that evaluate a golden set's predictions. */
function goldenArguments(name: keyof typeof goldenSets): string[] {
  const { rootDepths } = goldenSets[name];
  const set = name.includes('real') ? 'real' : 'synth';
  const args = ['--dataset', 'interhand2.6m'];
  args.push('--annotations', sharedPath(annotationFolders[set]));
  args.push('--predictions', writeJson(`${name}.json`, goldenPredictions(name)));
  if (rootDepths !== null) args.push('--root-depth', sharedPath(rootDepths));
  return args;
}

describe.skipIf(!hasGolden)(
  'the golden predictions (needs ../shared/golden)',
  { timeout: 30_000 },
  () => {
    test.each(Object.keys(goldenSets) as (keyof typeof goldenSets)[])('%s', (name) => {
      const { official } = readGolden<GoldenMeta>(name).meta;
      const { status, stderr, stdout, result } = evaluate(...goldenArguments(name));
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(stdout).toContain(`MPJPE (mm)`);
      const { mpjpe, mrrpe, aph } = result();
      expect(mpjpe.single).toBeCloseTo(official.MPJPE_single, 2);
      expect(mpjpe.interacting).toBeCloseTo(official.MPJPE_interacting, 2);
      expect(mpjpe.all).toBeCloseTo(official.MPJPE_all, 2);
      expect(mrrpe).toBeCloseTo(official.MRRPE, 2);
      expect(aph).toBeCloseTo(official.APh, 6);
    });

    test('in MMPose’s convention, and again from what --out wrote', () => {
      const out = join(folder, 'evaluation.json');
      const args = goldenArguments('eval_synth_gt');
      const first = evaluate(...args, '--convention', 'mmpose', '--out', out);
      const expected = readGolden<GoldenMeta>('eval_synth_gt').meta.mmpose_InterHandMetric!;
      expect(first.result().mpjpe.all).toBeCloseTo(expected.MPJPE_all, 2);

      const written = JSON.parse(readFileSync(out, 'utf8')) as Result & { predictions: unknown[] };
      expect(written.predictions).toHaveLength(12);
      expect(written.mpjpe).toEqual(first.result().mpjpe);
      const again = evaluate(
        ...args.map((arg) => (arg.endsWith('eval_synth_gt.json') ? out : arg)),
        '--convention',
        'mmpose',
      );
      expect(again.result()).toMatchObject({ mpjpe: written.mpjpe, mrrpe: written.mrrpe });
    });
  },
);

describe.skipIf(!hasGolden)('running a network (needs ../shared)', { timeout: 120_000 }, () => {
  const model = join(folder, 'small.onnx');
  const pictures = join(folder, 'pictures');
  const annotations = sharedPath('data/interhand2.6m');
  const names = hasGolden
    ? readdirSync(annotations).filter((name) => /^image.*jpg$/.test(name))
    : [];

  beforeAll(async () => {
    writeFileSync(model, (await convertGolden('internet_official_small_zip.pth.tar')).onnx);
    mkdirSync(pictures);
    for (const name of names) copyFileSync(join(annotations, name), join(pictures, name));
  });

  function run(name: string) {
    const set = ['--dataset', 'interhand2.6m', '--annotations', annotations];
    const out = join(folder, name);
    return { out, ...evaluate(...set, '--images', pictures, '--model', model, '--out', out) };
  }

  test('a whole report, and predictions that give the same one', () => {
    const { status, result, stderr, out } = run('whole.json');
    expect(status).toBe(0);
    expect(stderr).toMatch(/4\/4, .* left/);
    const { mpjpe, mrrpe, aph, notes } = result();
    expect(notes).toEqual([]);
    for (const value of [mpjpe.single, mpjpe.interacting, mpjpe.all, mrrpe, aph]) {
      expect(value).toBeGreaterThan(0);
    }
    const set = ['--dataset', 'interhand2.6m', '--annotations', annotations];
    expect(evaluate(...set, '--predictions', out).result()).toMatchObject({ mpjpe, mrrpe, aph });
  });

  test('a run that broke off goes on where it was', () => {
    const { images } = JSON.parse(
      readFileSync(join(annotations, 'test_interhand2.6m_data.json'), 'utf8'),
    ) as { images: { file_name: string }[] };
    const [first = '', , third = ''] = images.map(({ file_name }) => file_name);
    const spoil = (name: string) => writeFileSync(join(pictures, name), 'no picture');
    const mend = (name: string) => copyFileSync(join(annotations, name), join(pictures, name));

    spoil(third);
    const broken = run('resumed.json');
    mend(third);
    expect(broken.status).toBe(1);
    expect(broken.stdout).toBe('');
    expect(broken.stderr).toContain(third);
    expect(existsSync(broken.out)).toBe(false);

    // Were the first picture run again, it would fail.
    spoil(first);
    const resumed = run('resumed.json');
    mend(first);
    expect(resumed.status).toBe(0);
    expect(resumed.stderr).toContain(' 2/4');
    expect(resumed.result().mpjpe.all).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('a missing picture is known before anything is run', () => {
    const [name = ''] = names;
    rmSync(join(pictures, name));
    const { status, stderr } = run('missing.json');
    copyFileSync(join(annotations, name), join(pictures, name));
    expect(status).toBe(1);
    expect(stderr).toBe(`${pictures} has no picture ${name}\n`);
  });
});

const rhd = {
  images: [{ id: 1, file_name: '1.png', cam_param: { focal: [300, 300], princpt: [160, 160] } }],
  annotations: [
    {
      id: 7,
      image_id: 1,
      bbox: [100, 100, 50, 50],
      hand_type: 'left',
      joint_cam: Array.from({ length: 21 }, (_, i) => [i, 0, 500]),
      joint_valid: Array(21).fill(1),
    },
  ],
};
const prediction = {
  annot_id: 7,
  joints: Array.from({ length: 42 }, () => [160, 160, 0]),
  relative_depth: 0,
  handedness: [0.1, 0.9],
};

test('RHD: one hand a picture; what it cannot know is null, and said', { timeout: 30_000 }, () => {
  const args = ['--dataset', 'rhd', '--annotations', writeJson('RHD_evaluation.json', rhd)];
  const { status, result } = evaluate(
    ...args,
    '--predictions',
    writeJson('rhd-predictions.json', [prediction]),
  );
  expect(status).toBe(0);
  expect(result()).toMatchObject({ mpjpe: { single: 10, interacting: null }, mrrpe: null, aph: 1 });
  expect(result().notes).toContain('MRRPE is null: no interacting hands with both wrists valid');
});

describe('refuses, in one line and without a file', { timeout: 30_000 }, () => {
  const text = join(folder, 'text.json');
  writeFileSync(text, 'no JSON');
  const set = ['--dataset', 'rhd', '--annotations', writeJson('rhd.json', rhd)];

  test.each([
    ['no JSON', 'text.json is not JSON', [...set, '--predictions', text]],
    [
      'a missing prediction',
      'other.json: has no prediction for annotation 7',
      [...set, '--predictions', writeJson('other.json', [{ ...prediction, annot_id: 8 }])],
    ],
  ])('%s', (_, message, args) => {
    const { status, stderr, stdout } = evaluate(...args, '--out', join(folder, 'none.json'));
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(readdirSync(folder).filter((name) => name.startsWith('none.json'))).toEqual([]);
  });
});
