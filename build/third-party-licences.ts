import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The package that a file belongs to: what stands behind the last `node_modules/`. */
const PACKAGE = /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Texts of licences that must travel along, and that their packages leave out. */
const NOTICES = join('build', 'notices');

/**
 * Notes whose code and files go into a build and writes their licences into it. Vite's own
 * `build.license` does not see what workers hold.
 * @param packages names, to which each build that is given the same set adds; the page's, which comes
 *   last, writes
 */
export function thirdPartyLicences(packages: Set<string>, fileName: string): Plugin {
  let isWorker = false;
  return {
    name: 'handstream:third-party-licences',
    configResolved(config) {
      isWorker = config.isWorker;
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        const origins = file.type === 'chunk' ? file.moduleIds : file.originalFileNames;
        for (const origin of origins) {
          const name = PACKAGE.exec(origin)?.[1];
          if (name) packages.add(name);
        }
      }
      if (isWorker) return;
      const source = [...packages].sort().map(licenceOf).join('\n');
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

interface Manifest {
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
}

/** A package's name, licence and where it comes from, and the licence's text. */
function licenceOf(name: string): string {
  const folder = join('node_modules', name);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { version, license, homepage } = manifest;
  const facts = [license, homepage].filter(Boolean).join(', ');
  const text = licenceText(name, folder) ?? 'The text of its licence stands in LICENSE.';
  return [`# ${name} ${version}`, facts, text, ''].filter(Boolean).join('\n\n');
}

/** null: Apache 2.0 by its package.json, and no file of its own. */
function licenceText(name: string, folder: string): string | null {
  const notice = join(NOTICES, `${name.replace('/', '-')}.txt`);
  const own = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (own) return readFileSync(join(folder, own), 'utf8').trim();
  return existsSync(notice) ? readFileSync(notice, 'utf8').trim() : null;
}
