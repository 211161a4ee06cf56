import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { handLandmarkerBundle, readHandModels } from './hand-landmarker-bundle.ts';

const MODULE_ID = 'virtual:hand-landmarker-task';
const RESOLVED_ID = `\0${MODULE_ID}`;
const FILE_NAME = 'hand_landmarker.task';

/** Built once a process: the page's plugins and the worker's are separate instances. */
let bundle: Promise<Uint8Array> | undefined;

function taskBundle(): Promise<Uint8Array> {
  return (bundle ??= readHandModels().then(handLandmarkerBundle));
}

/**
 * `virtual:hand-landmarker-task`: the URL, size and hash of MediaPipe's hand_landmarker.task, made from
 * npm's `@mediapipe/hands`. The dev server serves it from memory; a build emits it as a hashed asset.
 */
export function handLandmarkerTask(): Plugin {
  let serving = false;
  let path = `/${FILE_NAME}`;
  return {
    name: 'handstream:hand-landmarker-task',
    configResolved(config) {
      serving = config.command === 'serve';
      path = `${config.base}@handstream/${FILE_NAME}`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url?.split('?')[0] !== path) return next();
        taskBundle().then((bytes) => {
          response.setHeader('Content-Type', 'application/octet-stream');
          response.setHeader('Content-Length', bytes.length);
          response.end(bytes);
        }, next);
      });
    },
    resolveId(id) {
      return id === MODULE_ID ? RESOLVED_ID : null;
    },
    async load(id) {
      if (id !== RESOLVED_ID) return null;
      const source = await taskBundle();
      const url = serving
        ? JSON.stringify(path)
        : `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: FILE_NAME, source })}`;
      const sha256 = createHash('sha256').update(source).digest('hex');
      return [
        `export default ${url};`,
        `export const byteLength = ${source.length};`,
        `export const sha256 = '${sha256}';`,
      ].join('\n');
    },
  };
}
