import { cameraProblem } from './camera-problem.ts';
import { cameraFrameReader } from './camera-frames.ts';
import type { FrameContent } from './frame.ts';
import type { FrameSource } from './frame-source.ts';
import { framesFrom } from './frames-from.ts';
import { SourceFailure } from './source-failure.ts';

/** What is asked of the camera; sizes and rate are wishes, `deviceId` is not. */
export interface CameraOptions {
  readonly deviceId?: string;
  /** px */
  readonly width?: number;
  /** px */
  readonly height?: number;
  /** Hz */
  readonly frameRate?: number;
}

/** The cameras of this machine. Labels stay empty until the user has allowed one. */
export async function listCameras(): Promise<readonly { deviceId: string; label: string }[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

/** Whether the user has allowed the camera before, so that opening it asks nothing. */
export async function cameraAllowed(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'camera' });
    return state === 'granted';
  } catch {
    return false; // Firefox knows no such permission.
  }
}

/**
 * The camera, live. Subscribing asks for permission where the browser wants it.
 * Errors with a SourceFailure of the camera kinds (source-failure.ts).
 */
export function cameraSource(options: CameraOptions = {}): FrameSource {
  return {
    kind: 'camera',
    name: 'camera',
    pace: 'live',
    frames: framesFrom((signal) => pullCamera(options, signal)),
  };
}

async function* pullCamera(
  options: CameraOptions,
  signal: AbortSignal,
): AsyncGenerator<FrameContent> {
  const stream = await openCamera(options);
  const [track] = stream.getVideoTracks();
  try {
    if (!track) throw new SourceFailure({ type: 'no-camera' });
    const { frameRate } = track.getSettings();
    let index = 0;
    let firstMs: number | undefined;
    let lastMs = 0;
    for await (const image of cameraFrameReader(track, signal)) {
      firstMs ??= image.timestamp / 1000;
      const timeMs = image.timestamp / 1000 - firstMs;
      const skipped = index > 0 && frameRate ? skippedBetween(lastMs, timeMs, frameRate) : 0;
      lastMs = timeMs;
      yield { image, index: index++, timeMs, skipped };
    }
    // The track ends by itself only when the device goes away or permission is taken back.
    if (!signal.aborted) throw new SourceFailure({ type: 'camera-unplugged' });
  } finally {
    for (const each of stream.getTracks()) each.stop();
  }
}

/** Pictures the camera took between two that were used, from their times and its rate (Hz). */
function skippedBetween(lastMs: number, timeMs: number, frameRate: number): number {
  return Math.max(0, Math.round(((timeMs - lastMs) * frameRate) / 1000) - 1);
}

async function openCamera(options: CameraOptions): Promise<MediaStream> {
  // `mediaDevices` is absent on pages that are not served securely.
  if (!navigator.mediaDevices || typeof VideoFrame === 'undefined') {
    throw new SourceFailure({ type: 'camera-unsupported' });
  }
  const { deviceId, width, height, frameRate } = options;
  const wishes: MediaTrackConstraints = {
    width: { ideal: width ?? 640 },
    height: { ideal: height ?? 480 },
    frameRate: { ideal: frameRate ?? 30 },
    ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' }),
  };
  try {
    return await navigator.mediaDevices.getUserMedia({ video: wishes, audio: false });
  } catch (error) {
    throw new SourceFailure(cameraProblem(error, options));
  }
}
