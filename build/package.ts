import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { packageManifest } from './package-manifest.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'dist-package');

/** Files that go into the package as they are. */
const COPIED = {
  'public/models/internet-lite.onnx': 'models/internet-lite.onnx',
  'src/recording/pose-stream.schema.json': 'pose-stream.schema.json',
  LICENSE: 'LICENSE',
};

/** The guide, whose links lead to files that the package does not have. */
function readme(): string {
  const guide = readFileSync(join(ROOT, 'docs', 'api.md'), 'utf8');
  return guide.replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, '$1');
}

// Builds the package into dist-package/, to be packed by `npm pack ./dist-package`.
await build({ root: ROOT, configFile: join(ROOT, 'vite.package.config.ts'), logLevel: 'warn' });
const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.package.json')], {
  stdio: 'inherit',
});
mkdirSync(join(OUT, 'models'), { recursive: true });
for (const [from, to] of Object.entries(COPIED)) copyFileSync(join(ROOT, from), join(OUT, to));
writeFileSync(join(OUT, 'package.json'), `${JSON.stringify(packageManifest(ROOT), null, 2)}\n`);
writeFileSync(join(OUT, 'README.md'), readme());
