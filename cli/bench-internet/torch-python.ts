import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const HERE = fileURLToPath(new URL('.', import.meta.url));
const VENV = fileURLToPath(new URL('../../.cache/bench-internet/venv', import.meta.url));
const VENV_PYTHON =
  process.platform === 'win32' ? join(VENV, 'Scripts', 'python.exe') : join(VENV, 'bin', 'python');

/** Debian's own python3 stands behind others on PATH where those are installed. */
const PYTHONS = [VENV_PYTHON, 'python3', 'python', '/usr/bin/python3'];

/** What a machine without PyTorch is told. */
const NO_TORCH =
  'no Python with PyTorch found: run again with --torch to make one in .cache (on Linux PyPI has ' +
  'PyTorch with CUDA alone, 5.4 GB; Debian and Ubuntu: apt-get install python3-torch, 0.6 GB)';

/** From version 2 on PyTorch exports with the onnx package's help. */
const HAS_TORCH = 'import torch; torch.__version__ < "2" or __import__("onnx")';

/** A Python of this machine that has PyTorch; undefined where there is none. */
async function findTorch(): Promise<string | undefined> {
  for (const python of PYTHONS) {
    const found = await run(python, ['-c', HAS_TORCH]).then(
      () => true,
      () => false,
    );
    if (found) return python;
  }
  return undefined;
}

/** Makes a Python in .cache with the pinned packages of requirements.txt. */
async function installTorch(): Promise<string> {
  process.stderr.write('installing PyTorch into .cache …\n');
  if (!existsSync(VENV_PYTHON)) await run('python3', ['-m', 'venv', VENV]);
  const requirements = join(HERE, 'requirements.txt');
  await run(VENV_PYTHON, ['-m', 'pip', 'install', '--quiet', '--requirement', requirements]);
  return VENV_PYTHON;
}

/**
 * Exports an official checkpoint to ONNX as PyTorch does by itself; gives back `out`.
 * @param options whether a Python with PyTorch may be made where this machine has none
 * @throws Error(NO_TORCH), or what pip or PyTorch says
 */
export async function exportByTorch(
  checkpoint: string,
  out: string,
  { install }: { install: boolean },
): Promise<string> {
  const python = (await findTorch()) ?? (install ? await installTorch() : undefined);
  if (!python) throw new Error(NO_TORCH);
  await run(python, [join(HERE, 'internet_torch.py'), checkpoint, out]);
  return out;
}
