import type { PoseStreamFrame, PoseStreamHeader } from '../pose-stream.ts';

/**
 * Turns a pose stream into another file's contents, piece by piece: text is to be written as UTF-8.
 * Frames are asked for as the pieces are, each once and in order.
 */
export type PoseStreamExporter = (
  header: PoseStreamHeader,
  frames: AsyncIterable<PoseStreamFrame>,
) => AsyncIterable<Uint8Array<ArrayBuffer> | string>;
