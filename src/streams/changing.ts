/** A setting, or a function that is asked for it with every frame, so that it may change meanwhile. */
export type Changing<T extends object | string> = T | (() => T);

/** What the setting is now. */
export function now<T extends object | string>(setting: Changing<T>): T {
  return typeof setting === 'function' ? setting() : setting;
}
