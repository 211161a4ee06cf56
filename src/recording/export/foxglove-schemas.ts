/** A JSON Schema, or a part of one. */
type Schema = Readonly<Record<string, unknown>>;

const NUMBER = { type: 'number' };
const TEXT = { type: 'string' };
const YES_OR_NO = { type: 'boolean' };
const WHOLE = { type: 'integer', minimum: 0 };

function object(title: string, properties: Readonly<Record<string, Schema>>): Schema {
  return { title, type: 'object', properties, required: Object.keys(properties) };
}

function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** Of a kind of primitive that our scenes have none of. */
const UNUSED = listOf({ type: 'object' });

const TIME = object('time', { sec: WHOLE, nsec: WHOLE });
const DURATION = object('duration', { sec: { type: 'integer' }, nsec: WHOLE });
const VECTOR = object('foxglove.Vector3', { x: NUMBER, y: NUMBER, z: NUMBER });
const POINT = object('foxglove.Point3', { x: NUMBER, y: NUMBER, z: NUMBER });
const QUATERNION = object('foxglove.Quaternion', { x: NUMBER, y: NUMBER, z: NUMBER, w: NUMBER });
const POSE = object('foxglove.Pose', { position: VECTOR, orientation: QUATERNION });
const COLOR = object('foxglove.Color', { r: NUMBER, g: NUMBER, b: NUMBER, a: NUMBER });

const SPHERE = object('foxglove.SpherePrimitive', { pose: POSE, size: VECTOR, color: COLOR });

const LINE = object('foxglove.LinePrimitive', {
  type: WHOLE,
  pose: POSE,
  thickness: NUMBER,
  scale_invariant: YES_OR_NO,
  points: listOf(POINT),
  color: COLOR,
  colors: listOf(COLOR),
  indices: listOf(WHOLE),
});

const DELETION = object('foxglove.SceneEntityDeletion', { timestamp: TIME, type: WHOLE, id: TEXT });

const ENTITY = object('foxglove.SceneEntity', {
  timestamp: TIME,
  frame_id: TEXT,
  id: TEXT,
  lifetime: DURATION,
  frame_locked: YES_OR_NO,
  metadata: listOf(object('foxglove.KeyValuePair', { key: TEXT, value: TEXT })),
  arrows: UNUSED,
  cubes: UNUSED,
  spheres: listOf(SPHERE),
  cylinders: UNUSED,
  lines: listOf(LINE),
  triangles: UNUSED,
  texts: UNUSED,
  models: UNUSED,
});

/** Foxglove knows a message by its schema's name; these are as much of its schemas as is written. */
export const SCENE_UPDATE = object('foxglove.SceneUpdate', {
  deletions: listOf(DELETION),
  entities: listOf(ENTITY),
});

export const FRAME_TRANSFORM = object('foxglove.FrameTransform', {
  timestamp: TIME,
  parent_frame_id: TEXT,
  child_frame_id: TEXT,
  translation: VECTOR,
  rotation: QUATERNION,
});
