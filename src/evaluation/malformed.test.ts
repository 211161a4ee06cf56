import { describe, expect, test } from 'vitest';
import { interhandDataset } from './interhand-dataset.ts';
import { MalformedFile } from './malformed-file.ts';
import { readPredictions } from './prediction.ts';
import { readRootDepths } from './root-depths.ts';

const joints = Array.from({ length: 42 }, () => [1, 2, 3]);

const prediction = { annot_id: 5, joints, relative_depth: 10, handedness: [0.9, 0.1] };

const annotation = {
  id: 5,
  image_id: 50,
  bbox: [1, 2, 3, 4],
  joint_valid: Array(42).fill(1),
  hand_type: 'right',
  hand_type_valid: 1,
};
const image = { id: 50, file_name: 'a.jpg', capture: 0, camera: '400', frame_idx: 9 };
const camera = {
  '0': {
    campos: { '400': [0, 0, 0] },
    camrot: { '400': [[1, 0, 0], [0, 1, 0], [0, 0, 1]] }, // prettier-ignore
    focal: { '400': [1200, 1200] },
    princpt: { '400': [160, 250] },
  },
};
const joint3d = { '0': { '9': { world_coord: joints } } };

/** The data set with something in its files replaced. */
function dataset(change: {
  annotation?: object;
  image?: object;
  camera?: object;
  joint3d?: object;
}) {
  const data = {
    images: [{ ...image, ...change.image }],
    annotations: [{ ...annotation, ...change.annotation }],
  };
  return interhandDataset(
    {
      data: { file: 'data.json', json: data },
      camera: { file: 'camera.json', json: change.camera ?? camera },
      joint3d: { file: 'joint_3d.json', json: change.joint3d ?? joint3d },
    },
    null,
  ).pose(0);
}

describe('malformed annotations are named', () => {
  test('the whole ones pass', () => {
    expect(dataset({}).image).toBe('a.jpg');
  });

  test.each([
    [{ annotation: { bbox: [1, 2, 3] } }, 'data.json: annotations[0].bbox should be 4 numbers, but is [1,2,3]'], // prettier-ignore
    [{ annotation: { image_id: 51 } }, 'data.json: annotations[0].image_id is 51, but no image has that id'], // prettier-ignore
    [{ annotation: { hand_type: 'both' } }, 'data.json: annotations[0].hand_type should be "right" or "left" or "interacting", but is "both"'], // prettier-ignore
    [{ annotation: { joint_valid: Array(42).fill(2) } }, 'data.json: annotations[0].joint_valid[0] should be 0 or 1, but is 2'], // prettier-ignore
    [{ image: { file_name: null } }, 'data.json: images[0].file_name should be text, but is null'],
    [{ image: { camera: '401' } }, 'camera.json: ["0"].focal lacks "401"'],
    [{ image: { frame_idx: 8 } }, 'joint_3d.json: ["0"] lacks "8"'],
    [{ joint3d: { '0': { '9': { world_coord: joints.slice(1) } } } }, 'joint_3d.json: ["0"]["9"].world_coord should be an array of 42, but is [[1,2,3],'], // prettier-ignore
  ])('%j', (change, message) => {
    expect(() => dataset(change)).toThrow(MalformedFile);
    expect(() => dataset(change)).toThrow(message);
  });
});

describe('malformed predictions are named', () => {
  const read = (json: unknown) => () => readPredictions({ file: 'p.json', json });

  test('an array, and an evaluation that holds one, pass', () => {
    expect(read([prediction])().get(5)!.relativeDepthMm).toBe(10);
    expect(read({ mpjpe: {}, predictions: [prediction] })().size).toBe(1);
  });

  test.each([
    [3, 'p.json: should be an object, but is 3'],
    [{}, 'p.json: lacks "predictions"'],
    [[prediction, prediction], 'p.json: [1] is a second prediction for annotation 5'],
    [[{ ...prediction, joints: joints.slice(21) }], 'p.json: [0].joints should be an array of 42, but is [[1,2,3],'], // prettier-ignore
    [[{ ...prediction, joints: joints.with(3, [1, 2]) }], 'p.json: [0].joints[3] should be 3 numbers, but is [1,2]'], // prettier-ignore
    [[{ ...prediction, handedness: [1, null] }], 'p.json: [0].handedness should be 2 numbers, but is [1,null]'], // prettier-ignore
    [[{ ...prediction, relative_depth: undefined }], 'p.json: [0].relative_depth should be a number, but is undefined'], // prettier-ignore
  ])('%j', (json, message) => {
    expect(read(json)).toThrow(MalformedFile);
    expect(read(json)).toThrow(message);
  });
});

test('a malformed RootNet file is named', () => {
  const file = { file: 'r.json', json: [{ annot_id: 1 }] };
  expect(() => readRootDepths(file)).toThrow('r.json: [0] lacks "bbox"');
});
