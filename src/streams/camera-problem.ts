import type { CameraOptions } from './camera.ts';
import type { SourceProblem } from './source-failure.ts';

/** Reads a `getUserMedia` error (Media Capture and Streams, section 10.3) as a problem to tell. */
export function cameraProblem(error: unknown, options: CameraOptions): SourceProblem {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return { type: 'camera-permission-denied' };
    case 'NotFoundError':
      return { type: 'no-camera' };
    case 'NotReadableError':
    case 'AbortError':
      return { type: 'camera-in-use' };
    case 'OverconstrainedError':
      // Only the device is asked for exactly: the chosen camera is gone.
      return options.deviceId
        ? { type: 'camera-unplugged' }
        : { type: 'camera-constraints', width: options.width ?? 0, height: options.height ?? 0 };
    default:
      return { type: 'camera-unsupported' };
  }
}
