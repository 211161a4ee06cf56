import type { InputVideoTrack, VideoSample } from 'mediabunny';
import { SourceFailure } from './source-failure.ts';

/** A video file that can be decoded here. Whoever opened it disposes it. */
export interface OpenClip extends Disposable {
  readonly name: string;
  /** Frames from a time of the file on (s, the file's own clock), in order; the caller closes each. */
  samples(startS: number): AsyncIterable<VideoSample>;
  /** The first frame's time, ms; files need not start at 0. */
  readonly firstMs: number;
  readonly durationMs: number;
  /** Mean spacing of the frames, ms. */
  readonly frameMs: number;
  /** How much of what the file says it holds is not there, given where its picture ended, ms. */
  missingMs(lastEndMs: number): Promise<number>;
}

/**
 * Opens the file's primary video track.
 * @throws SourceFailure webcodecs-unsupported | not-a-video | no-video-track | unsupported-codec
 */
export async function openClip(file: File): Promise<OpenClip> {
  if (typeof VideoDecoder === 'undefined') {
    throw new SourceFailure({ type: 'webcodecs-unsupported' });
  }
  const { Input, BlobSource, VideoSampleSink, MP4, QTFF, WEBM, MATROSKA, MatroskaInputFormat } =
    await import('mediabunny');
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM, MATROSKA] });
  try {
    const track = await primaryTrack(input, file.name);
    const isMatroska = (await input.getFormat()) instanceof MatroskaInputFormat;
    const sink = new VideoSampleSink(track);
    const [firstS, endS, stats] = await Promise.all([
      track.getFirstTimestamp(),
      track.getDurationFromMetadata().then((s) => s ?? track.computeDuration()),
      track.computePacketStats(100),
    ]);
    return {
      name: file.name,
      samples: (startS) => sink.samples(startS),
      firstMs: firstS * 1000,
      durationMs: (endS - firstS) * 1000,
      frameMs: 1000 / stats.averagePacketRate,
      // Matroska tells one duration for all tracks, and the sound may outlast the picture: there the
      // end of all data counts. Others tell the track's own, from a table that a cut leaves whole.
      missingMs: async (lastEndMs) =>
        isMatroska
          ? (endS - (await input.computeDuration())) * 1000
          : (endS - firstS) * 1000 - lastEndMs,
      [Symbol.dispose]: () => input.dispose(),
    };
  } catch (error) {
    input.dispose();
    throw error instanceof SourceFailure
      ? error
      : new SourceFailure({ type: 'not-a-video', name: file.name });
  }
}

async function primaryTrack(
  input: { canRead(): Promise<boolean>; getPrimaryVideoTrack(): Promise<InputVideoTrack | null> },
  name: string,
): Promise<InputVideoTrack> {
  if (!(await input.canRead())) throw new SourceFailure({ type: 'not-a-video', name });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new SourceFailure({ type: 'no-video-track', name });
  if (!(await track.canDecode())) {
    const codec = (await track.getCodecParameterString()) ?? (await track.getCodec()) ?? 'unknown';
    throw new SourceFailure({ type: 'unsupported-codec', name, codec });
  }
  return track;
}

/** The sample as an upright picture (phones store a rotation beside the pixels). The caller owns it. */
export function uprightVideoFrame(sample: VideoSample): VideoFrame {
  if (sample.rotation === 0 && !sample.flip) return sample.toVideoFrame();
  const canvas = new OffscreenCanvas(sample.displayWidth, sample.displayHeight);
  sample.draw(canvas.getContext('2d')!, 0, 0);
  return new VideoFrame(canvas, { timestamp: sample.microsecondTimestamp });
}
