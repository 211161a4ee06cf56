import { McapIndexedReader, TempBuffer } from '@mcap/core';
import { Ajv } from 'ajv';
import { Quaternion, Vector3 } from 'three';
import { expect, test } from 'vitest';
import { RIGGED_HEADER, riggedFrame, streamOf } from '../../../tests/rigged-stream.ts';
import type { PoseStreamFrame } from '../pose-stream.ts';
import { exportMcap } from './mcap-export.ts';

const FRAMES = [riggedFrame(0, 0), riggedFrame(1, 40.125, ['left']), riggedFrame(2, 80, [])];
const START_NS = 1_769_860_800_250_000_000n;

interface Read {
  readonly topic: string;
  readonly schema: string;
  readonly timeNs: bigint;
  readonly message: never;
}

/** Every message, each checked against the schema that the file carries for it. */
async function readMcap(frames: readonly PoseStreamFrame[]): Promise<Read[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportMcap(RIGGED_HEADER, streamOf(frames))) pieces.push(piece);
  const reader = await McapIndexedReader.Initialize({
    readable: new TempBuffer(Buffer.concat(pieces)),
  });
  const ajv = new Ajv({ strict: false });
  const read: Read[] = [];
  for await (const { channelId, logTime, data } of reader.readMessages()) {
    const { topic, schemaId, messageEncoding } = reader.channelsById.get(channelId)!;
    const { name, encoding, data: schemaData } = reader.schemasById.get(schemaId)!;
    expect([messageEncoding, encoding]).toEqual(['json', 'jsonschema']);
    const schema = JSON.parse(new TextDecoder().decode(schemaData)) as Record<string, unknown>;
    expect(schema['type']).toBe('object');
    const message = JSON.parse(new TextDecoder().decode(data)) as never;
    expect([ajv.validate(schema, message), ajv.errorsText()]).toEqual([true, 'No errors']);
    read.push({ topic, schema: name, timeNs: logTime, message });
  }
  return read;
}

const read = await readMcap(FRAMES);
const on = (topic: string) => read.filter((each) => each.topic === topic);

test('holds the header and every frame as they are, at their times', () => {
  expect(on('/header').map(({ schema, message }) => [schema, message])).toEqual([
    ['handstream.Header', RIGGED_HEADER],
  ]);
  expect(on('/frames').map(({ message }) => message)).toEqual(JSON.parse(JSON.stringify(FRAMES)));
  expect(on('/frames').map(({ timeNs }) => timeNs - START_NS)).toEqual([
    0n,
    40_125_000n,
    80_000_000n,
  ]);
  expect(on('/frames')[0]!.schema).toBe('handstream.Frame');
});

test('a recording that began ten minutes after its source is dated by when it began', async () => {
  const late = [riggedFrame(0, 600_000), riggedFrame(1, 600_040.125)];
  const times = (await readMcap(late))
    .filter(({ topic }) => topic === '/frames')
    .map(({ timeNs }) => timeNs - START_NS);
  expect(times).toEqual([0n, 40_125_000n]);
});

interface Scene {
  deletions: { id: string }[];
  entities: {
    id: string;
    timestamp: { sec: number; nsec: number };
    spheres: { pose: { position: { x: number; y: number; z: number } } }[];
    lines: { points: unknown[]; indices: number[] }[];
  }[];
}

test('draws each hand as 21 balls and 20 lines in metres, and deletes those that left', () => {
  const scenes = on('/hands').map(({ message }) => message as Scene);
  expect(on('/hands')[0]!.schema).toBe('foxglove.SceneUpdate');
  expect(
    scenes.map(({ entities, deletions }) =>
      [entities, deletions].map((list) => list.map(({ id }) => id)),
    ),
  ).toEqual([
    [['right', 'left'], []],
    [['left'], ['right']],
    [[], ['right', 'left']],
  ]);
  const [{ spheres, lines, timestamp }] = scenes[1]!.entities as [Scene['entities'][0]];
  const [x, y, z] = FRAMES[1]!.hands.left!.joints3d[20]!;
  expect(spheres).toHaveLength(21);
  expect(spheres[20]!.pose.position).toEqual({ x: x / 1000, y: y / 1000, z: z / 1000 });
  expect([lines[0]!.points.length, lines[0]!.indices.length]).toEqual([21, 40]);
  expect(timestamp).toEqual({ sec: 1_769_860_800, nsec: 290_125_000 });
});

test('places the camera so that its view is the world’s x and its up the world’s z', () => {
  const [{ schema, message }] = on('/tf') as [Read];
  const { rotation, child_frame_id } = message as Record<string, never>;
  const { x, y, z, w } = rotation as unknown as Quaternion;
  const toWorld = (v: [number, number, number]) =>
    new Vector3(...v)
      .applyQuaternion(new Quaternion(x, y, z, w))
      .toArray()
      .map(Math.round);
  expect([schema, child_frame_id]).toEqual(['foxglove.FrameTransform', 'camera']);
  expect(toWorld([0, 0, 1])).toEqual([1, 0, 0]);
  expect(toWorld([0, -1, 0]).map(Math.abs)).toEqual([0, 0, 1]);
  expect(toWorld([0, -1, 0])[2]).toBe(1);
});

test('a stream without frames is a whole file too', async () => {
  const empty = await readMcap([]);
  expect(empty.map(({ topic }) => topic).sort()).toEqual(['/header', '/tf']);
});
