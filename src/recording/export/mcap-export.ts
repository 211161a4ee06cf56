import { McapWriter, type IWritable } from '@mcap/core';
import poseStreamSchema from '../pose-stream.schema.json' with { type: 'json' };
import type { PoseStreamFrame, PoseStreamHeader } from '../pose-stream.ts';
import { cameraTransform, sceneUpdate, type FoxgloveTime } from './foxglove-scene.ts';
import { FRAME_TRANSFORM, SCENE_UPDATE } from './foxglove-schemas.ts';

const NS_PER_MS = 1_000_000n;
const NS_PER_S = 1_000_000_000n;

const { header: HEADER, frame: FRAME, ...PARTS } = poseStreamSchema.definitions;

/** What each topic holds: the schema's name, by which viewers know it, and the schema. */
const TOPICS = {
  '/header': ['handstream.Header', { ...HEADER, definitions: PARTS }],
  '/frames': ['handstream.Frame', { ...FRAME, definitions: PARTS }],
  '/hands': ['foxglove.SceneUpdate', SCENE_UPDATE],
  '/tf': ['foxglove.FrameTransform', FRAME_TRANSFORM],
} as const;

type Topic = keyof typeof TOPICS;

/**
 * An MCAP file with JSON messages: the stream's header and frames as they are, and the hands as a
 * scene that Foxglove's 3D panel draws. The first frame's time is the recording's start, and the others
 * follow as their own times say: those count from when the source began, which may be long before.
 */
export async function* exportMcap(
  header: PoseStreamHeader,
  frames: AsyncIterable<PoseStreamFrame>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const pieces = new Pieces();
  const writer = new McapWriter({ writable: pieces });
  await writer.start({ profile: '', library: 'handstream' });
  const channels = await openChannels(writer);
  const add = async (topic: Topic, message: object, timeNs: bigint) => {
    const data = new TextEncoder().encode(JSON.stringify(message));
    const channelId = channels[topic];
    const times = { logTime: timeNs, publishTime: timeNs };
    await writer.addMessage({ channelId, sequence: 0, ...times, data });
  };
  const startNs = BigInt(Date.parse(header.createdAt)) * NS_PER_MS;
  await add('/header', header, startNs);
  await add('/tf', cameraTransform(foxgloveTime(startNs)), startNs);
  let firstMs: number | null = null;
  for await (const frame of frames) {
    firstMs ??= frame.time;
    const timeNs = startNs + BigInt(Math.round((frame.time - firstMs) * Number(NS_PER_MS)));
    await add('/frames', frame, timeNs);
    await add('/hands', sceneUpdate(frame, foxgloveTime(timeNs)), timeNs);
    yield* pieces.take();
  }
  await writer.end();
  yield* pieces.take();
}

async function openChannels(writer: McapWriter): Promise<Readonly<Record<Topic, number>>> {
  const open = async (topic: Topic) => {
    const [name, schema] = TOPICS[topic];
    const data = new TextEncoder().encode(JSON.stringify(schema));
    const schemaId = await writer.registerSchema({ name, encoding: 'jsonschema', data });
    return writer.registerChannel({
      topic,
      schemaId,
      messageEncoding: 'json',
      metadata: new Map(),
    });
  };
  return {
    '/header': await open('/header'),
    '/frames': await open('/frames'),
    '/hands': await open('/hands'),
    '/tf': await open('/tf'),
  };
}

function foxgloveTime(timeNs: bigint): FoxgloveTime {
  return { sec: Number(timeNs / NS_PER_S), nsec: Number(timeNs % NS_PER_S) };
}

/** What the writer has written and nobody has taken yet. */
class Pieces implements IWritable {
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #position = 0n;

  write(piece: Uint8Array): Promise<void> {
    // The writer goes on using its buffer.
    this.#pieces.push(piece.slice());
    this.#position += BigInt(piece.length);
    return Promise.resolve();
  }

  position(): bigint {
    return this.#position;
  }

  take(): readonly Uint8Array<ArrayBuffer>[] {
    const taken = this.#pieces;
    this.#pieces = [];
    return taken;
  }
}
