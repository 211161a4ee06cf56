/** The two ways to wear it: over what the headset itself shows, or over the camera's picture. */
export type HeadsetMode = 'immersive-ar' | 'immersive-vr';

/**
 * How this device can be worn: AR before VR, null for neither.
 * @param xr the browser's `navigator.xr`, where it has one
 */
export async function headsetMode(
  xr: Pick<XRSystem, 'isSessionSupported'> | undefined,
): Promise<HeadsetMode | null> {
  for (const mode of ['immersive-ar', 'immersive-vr'] as const) {
    // Rejects where a permissions policy forbids WebXR.
    if (await xr?.isSessionSupported(mode).catch(() => false)) return mode;
  }
  return null;
}
