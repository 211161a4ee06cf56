/** Lets pages have the camera without asking anyone. */
export const CAMERA_ALLOWED = '--use-fake-ui-for-media-stream';

/** Chromium's own fake camera, playing a file through the whole real camera path. */
export function fakeCamera(mjpegPath: string): readonly string[] {
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${mjpegPath}`];
}
