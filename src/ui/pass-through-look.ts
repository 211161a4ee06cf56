import type { PassThroughLook } from '../render/pass-through-view.ts';

/** The settings of the view that are numbers. */
export type LookNumber = 'ipdMm' | 'fovDegrees' | 'pictureMm';

/** From, to, and where it starts: adults' eyes, phone viewers' lenses, and arm's length. */
export const LOOK_RANGES: Readonly<
  Record<LookNumber, { readonly min: number; readonly max: number; readonly usual: number }>
> = {
  ipdMm: { min: 50, max: 80, usual: 63 },
  fovDegrees: { min: 40, max: 120, usual: 80 },
  pictureMm: { min: 200, max: 3000, usual: 600 },
};

/** The look that a text of JSON remembers; what is missing or makes no sense is as usual. */
export function parseLook(text: string | null): PassThroughLook {
  const kept = parseObject(text);
  return {
    layout: kept['layout'] === 'stereo' ? 'stereo' : 'mono',
    mirrored: kept['mirrored'] === true,
    ipdMm: within('ipdMm', kept),
    fovDegrees: within('fovDegrees', kept),
    pictureMm: within('pictureMm', kept),
  };
}

function within(name: LookNumber, kept: Readonly<Record<string, unknown>>): number {
  const { min, max, usual } = LOOK_RANGES[name];
  const value = kept[name];
  return typeof value === 'number' && value >= min && value <= max ? value : usual;
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
