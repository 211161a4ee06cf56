import * as main from './library/handstream.ts';
import * as recording from './library/recording.ts';
import * as synthetic from './library/synthetic.ts';

/** What pages without a build of their own, and tests, may build on: `window.handstream` of api.html. */
export const handstream = { ...main, ...recording, ...synthetic } as const;

declare global {
  interface Window {
    /** On api.html, once its script has run. */
    handstream?: typeof handstream;
  }
}

window.handstream = handstream;
