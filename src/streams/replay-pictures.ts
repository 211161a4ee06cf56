import type { PoseStreamSource } from '../recording/pose-stream.ts';
import { plainGround } from './replay-ground.ts';
import { ReplayVideo } from './replay-video.ts';

/** The pictures that a replay's hands are shown on, all of the recorded source's size. */
export interface ReplayPictures extends Disposable {
  /** @param timeMs since the recording's first frame. The caller owns the picture. */
  at(timeMs: number): Promise<VideoFrame>;
}

/**
 * The video's pictures, where there is one, on a plain ground. Whoever opened them disposes them.
 * @throws SourceFailure, as a clip
 */
export async function openReplayPictures(
  { width: displayWidth, height: displayHeight }: PoseStreamSource,
  file: File | undefined,
): Promise<ReplayPictures> {
  const video = file ? await ReplayVideo.open(file) : null;
  const ground = plainGround({ width: displayWidth, height: displayHeight });
  return {
    async at(timeMs) {
      const picture = (await video?.pictureAt(timeMs)) ?? ground.clone();
      const timestamp = Math.round(timeMs * 1000);
      const image = new VideoFrame(picture, { timestamp, displayWidth, displayHeight });
      picture.close();
      return image;
    },
    [Symbol.dispose]() {
      ground.close();
      video?.[Symbol.dispose]();
    },
  };
}
