import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { XRDevice } from 'iwer';

/** What a headset costs the page, counted from its start. */
export interface HeadsetCounts {
  /** WebGL contexts that were made and not given up. */
  contexts: number;
  /** Textures on those that were not deleted. */
  textures: number;
  /** Frames that sessions were asked for. */
  frames: number;
  /** Clones of pictures that are still open on the page's own thread. */
  pictures: number;
}

declare global {
  interface Window {
    /** The emulated headset, worn by whoever asks. */
    headset: XRDevice;
    headsetCounts: () => HeadsetCounts;
  }
}

const IWER = join(dirname(createRequire(import.meta.url).resolve('iwer')), '../build/iwer.min.js');

/** Puts a Quest 3 as iwer emulates it on every page, and counts what it costs. */
const INSTALL = (modes: readonly string[]) => `
  window.headset = new IWER.XRDevice({
    ...IWER.metaQuest3,
    supportedSessionModes: ${JSON.stringify(['inline', ...modes])},
  }, { stereoEnabled: true });
  window.headset.installRuntime({ forceInstall: true });

  const contexts = new Map();
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (type, options) {
    const context = getContext.call(this, type, options);
    if (context && type === 'webgl2' && !contexts.has(context)) contexts.set(context, 0);
    return context;
  };
  for (const [method, by] of [['createTexture', 1], ['deleteTexture', -1]]) {
    const original = WebGL2RenderingContext.prototype[method];
    WebGL2RenderingContext.prototype[method] = function (texture) {
      if (contexts.has(this)) contexts.set(this, contexts.get(this) + by);
      return original.call(this, texture);
    };
  }
  let frames = 0;
  const requestFrame = XRSession.prototype.requestAnimationFrame;
  XRSession.prototype.requestAnimationFrame = function (callback) {
    frames += 1;
    return requestFrame.call(this, callback);
  };
  const clones = [];
  const clone = VideoFrame.prototype.clone;
  VideoFrame.prototype.clone = function () {
    const copy = clone.call(this);
    clones.push(copy);
    return copy;
  };
  window.headsetCounts = () => {
    const live = [...contexts].filter(([context]) => !context.isContextLost());
    return {
      contexts: live.length,
      textures: live.reduce((sum, [, textures]) => sum + textures, 0),
      frames,
      // A frame that was closed or handed to a worker has no size.
      pictures: clones.filter(({ codedWidth }) => codedWidth > 0).length,
    };
  };
`;

/** Gives pages an emulated headset that knows these modes: pass as openPage's `before`. */
export function emulatedHeadset(...modes: ('immersive-ar' | 'immersive-vr')[]) {
  return async (context: BrowserContext): Promise<void> => {
    await context.addInitScript({ path: IWER });
    await context.addInitScript(INSTALL(modes));
  };
}
