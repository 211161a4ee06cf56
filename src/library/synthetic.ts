/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Two rendered hands with their exact joints, as a source: for tests and demonstrations. By itself,
 * because its worker brings three.js.
 *
 * @module handstream/synthetic
 */
import '../symbol-dispose.ts';

export { syntheticSource, type SyntheticOptions } from '../streams/synthetic.ts';
export type { SceneName } from '../synthetic/scenes.ts';
