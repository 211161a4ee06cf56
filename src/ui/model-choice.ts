import type { StoredModel } from '../models/stored-model.ts';

/** InterNet-Lite and the landmarks, each where it is better: what a newcomer gets. */
export const AUTO = 'auto';
/** The InterNet that comes with the page, alone. */
export const LITE = 'internet-lite';
/** The detector's own landmarks alone, which need no model. */
export const LANDMARKER = 'landmarker';

const BUILT_IN = [AUTO, LITE, LANDMARKER] as const;

/** A choice that is always there. */
export interface BuiltInChoice {
  readonly id: (typeof BUILT_IN)[number];
}

/** A network that the user brought. */
export interface StoredChoice {
  readonly id: string;
  readonly model: StoredModel;
  readonly file: Blob;
}

/** What finds the joints. */
export type ModelChoice = BuiltInChoice | StoredChoice;

export function builtInChoice(id: string): BuiltInChoice | null {
  const known = BUILT_IN.find((each) => each === id);
  return known ? { id: known } : null;
}
