import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const MEDIABUNNY = join(dirname(require.resolve('mediabunny')), 'mediabunny.min.cjs');

/** Pictures of the synthetic hands as one JPEG after the other: what Chromium's fake camera plays. */
export async function makeMjpeg(
  page: Page,
  { scene, frameCount }: { scene: 'apart' | 'clasped'; frameCount: number },
): Promise<Buffer> {
  const pictures = await page.evaluate(
    async ({ scene, frameCount }) => {
      const source = window.handstream!.syntheticSource({ scene, pace: 'every-frame', frameCount });
      const encoded: Promise<string>[] = [];
      await source.frames.forEach((frame) => {
        const canvas = new OffscreenCanvas(frame.image.displayWidth, frame.image.displayHeight);
        canvas.getContext('2d')!.drawImage(frame.image, 0, 0);
        frame[Symbol.dispose]();
        encoded.push(base64(canvas));
      });
      return Promise.all(encoded);

      async function base64(canvas: OffscreenCanvas): Promise<string> {
        const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }
    },
    { scene, frameCount },
  );
  return Buffer.concat(pictures.map((picture) => Buffer.from(picture, 'base64')));
}

export type ClipCodec = 'avc' | 'vp8' | 'vp9' | 'av1';

export interface MakeClipOptions {
  readonly codec: ClipCodec;
  readonly container: 'mp4' | 'webm';
  readonly frameCount: number;
  /** Hz */
  readonly frameRate: number;
  /** Degrees clockwise that a player must turn the picture, as phones write it. */
  readonly rotation?: 0 | 90 | 180 | 270;
  /** Adds silence of this length as a sound track. */
  readonly soundS?: number;
}

/** A clip of the synthetic hands, encoded by the browser; null where it cannot encode that codec. */
export async function makeClip(page: Page, options: MakeClipOptions): Promise<Buffer | null> {
  const loaded = await page.evaluate(() => 'Mediabunny' in globalThis);
  if (!loaded) await page.addScriptTag({ path: MEDIABUNNY });
  const clip = await page.evaluate(async (options) => {
    const { Mediabunny } = globalThis as unknown as { Mediabunny: typeof import('mediabunny') };
    const { Output, BufferTarget, Mp4OutputFormat, WebMOutputFormat } = Mediabunny;
    const { VideoSampleSource, VideoSample, AudioBufferSource, canEncodeVideo } = Mediabunny;
    const { codec, container, frameCount, frameRate, rotation = 0, soundS } = options;
    if (!(await canEncodeVideo(codec, { width: 640, height: 480 }))) return null;
    const target = new BufferTarget();
    const format =
      container === 'mp4'
        ? new Mp4OutputFormat({ fastStart: 'in-memory' })
        : new WebMOutputFormat();
    const output = new Output({ format, target });
    const video = new VideoSampleSource({ codec, bitrate: 1_000_000, keyFrameInterval: 1 });
    output.addVideoTrack(video, { rotation, frameRate });
    const sound =
      soundS === undefined ? undefined : new AudioBufferSource({ codec: 'opus', bitrate: 64_000 });
    if (sound) output.addAudioTrack(sound);
    await output.start();
    const source = window.handstream!.syntheticSource({
      scene: 'apart',
      pace: 'every-frame',
      frameCount,
    });
    const samples: InstanceType<typeof VideoSample>[] = [];
    await source.frames.forEach((frame) => {
      const canvas = new OffscreenCanvas(frame.image.displayWidth, frame.image.displayHeight);
      canvas.getContext('2d')!.drawImage(frame.image, 0, 0);
      const timing = { timestamp: frame.index / frameRate, duration: 1 / frameRate };
      frame[Symbol.dispose]();
      samples.push(new VideoSample(canvas, timing));
    });
    for (const sample of samples) {
      await video.add(sample);
      sample.close();
    }
    if (sound && soundS) {
      await sound.add(new AudioBuffer({ length: 48_000 * soundS, sampleRate: 48_000 }));
    }
    await output.finalize();
    const bytes = new Uint8Array(target.buffer!);
    const chunks: string[] = [];
    for (let at = 0; at < bytes.length; at += 0x8000) {
      chunks.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
    }
    return btoa(chunks.join(''));
  }, options);
  return clip === null ? null : Buffer.from(clip, 'base64');
}
