import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

/** The project's own folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUTSIDE = join(ROOT, 'tests', 'outside');

/** Somebody else's project (tests/outside), which has installed the package that is packed here. */
export interface OutsideProject extends AsyncDisposable {
  /** Its files, without what it has installed. */
  readonly folder: string;
  /** What the tarball holds, as paths. */
  readonly packed: readonly string[];
  /** Where what it built is served; ends in a slash. */
  readonly url: string;
}

/** Packs the package, installs it outside, checks the types there, builds with Vite and serves it. */
export async function openOutsideProject(): Promise<OutsideProject> {
  const folder = mkdtempSync(join(tmpdir(), 'handstream-outside-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(OUTSIDE, folder, { recursive: true });
    run(ROOT, 'npm', 'run', 'build:package');
    const packed = pack(folder);
    run(
      folder,
      'npm',
      'install',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      `./${packed.name}`,
    );
    run(folder, process.execPath, tool('typescript', 'bin', 'tsc'));
    run(folder, process.execPath, tool('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn');
    const server = await preview({ root: folder, logLevel: 'warn', preview: { port: 0 } });
    return {
      folder,
      packed: packed.files,
      url: server.resolvedUrls!.local[0]!,
      async [Symbol.asyncDispose]() {
        await server.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Of this project: the outside one needs none of its own. */
function tool(...path: readonly string[]): string {
  return join(ROOT, 'node_modules', ...path);
}

function pack(into: string): { readonly name: string; readonly files: readonly string[] } {
  const said = run(ROOT, 'npm', 'pack', './dist-package', '--json', '--pack-destination', into);
  const [packed] = JSON.parse(said) as { filename: string; files: { path: string }[] }[];
  return { name: packed!.filename, files: packed!.files.map(({ path }) => path) };
}

/** Runs a command as a person would, not as a test. @throws with what it said, where it fails */
export function run(folder: string, command: string, ...args: readonly string[]): string {
  const env = { ...process.env, NODE_ENV: undefined, npm_config_loglevel: 'error' };
  try {
    return execFileSync(command, args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}
