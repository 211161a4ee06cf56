import { abortable } from './abortable.ts';

/**
 * The newest VideoFrame of a live track each time one is asked for; those in between are dropped.
 * MediaStreamTrackProcessor where the page has it (Chromium), requestVideoFrameCallback elsewhere.
 * Ends when the track ends or the signal aborts. The caller owns each VideoFrame.
 */
export function cameraFrameReader(
  track: MediaStreamVideoTrack,
  signal: AbortSignal,
): AsyncGenerator<VideoFrame> {
  return 'MediaStreamTrackProcessor' in globalThis
    ? readTrack(track, signal)
    : watchVideo(track, signal);
}

/** The processor's own queue keeps one frame, the newest, and closes the one it replaces. */
async function* readTrack(
  track: MediaStreamVideoTrack,
  signal: AbortSignal,
): AsyncGenerator<VideoFrame> {
  const reader = new MediaStreamTrackProcessor({
    track: track,
  }).readable.getReader();
  try {
    while (!signal.aborted) {
      const read = await abortable(reader.read(), signal, ({ value }) => value?.close());
      if (!read || read.done) return;
      yield read.value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Exported for its test: Chromium has the processor and would never come here by itself. */
export async function* watchVideo(
  track: MediaStreamVideoTrack,
  signal: AbortSignal,
): AsyncGenerator<VideoFrame> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play();
    while (!signal.aborted && track.readyState === 'live') {
      const mediaTimeS = await abortable(nextVideoFrame(video, track), signal);
      if (mediaTimeS === undefined) return;
      yield new VideoFrame(video, { timestamp: Math.round(mediaTimeS * 1e6) });
    }
  } finally {
    video.srcObject = null;
  }
}

/** Media time (s) of the next presented frame; undefined when the track ends first. */
function nextVideoFrame(
  video: HTMLVideoElement,
  track: MediaStreamVideoTrack,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const onEnded = () => resolve(undefined);
    track.addEventListener('ended', onEnded, { once: true });
    video.requestVideoFrameCallback((_now, { mediaTime }) => {
      track.removeEventListener('ended', onEnded);
      resolve(mediaTime);
    });
  });
}
