import { float16ToFloat32 } from '../torch/half-floats.ts';
import { FLOAT16, FLOAT32 } from './data-type.ts';
import { float32ToFloat16 } from './float16.ts';
import type { OnnxWeight } from './onnx-model.ts';
import type { GraphProto } from './onnx_pb.js';

/** Bits of an infinite half, but for its sign. */
const INFINITE = 0x7c00;

/** Changes the stated type of inputs, outputs and tensors between, in place. */
export function recastInfos(graph: GraphProto, from: number, to: number): void {
  for (const { type } of [...graph.input, ...graph.output, ...graph.valueInfo]) {
    if (type?.value.case !== 'tensorType') continue;
    if (type.value.value.elemType === from) type.value.value.elemType = to;
  }
}

/** A float32 weight as half floats; reading it throws RangeError where one would be infinite. */
export function halfWeight(weight: OnnxWeight): OnnxWeight {
  return {
    ...weight,
    dataType: FLOAT16,
    byteLength: weight.byteLength / 2,
    read: async () => {
      const { buffer } = await weight.read();
      const halves = float32ToFloat16(new Float32Array(buffer));
      if (halves.some((bits) => (bits & 0x7fff) === INFINITE)) {
        throw new RangeError(`${weight.name} holds numbers that are too large for half floats`);
      }
      return new Uint8Array(halves.buffer);
    },
  };
}

/** A half-float weight as float32. */
export function singleWeight(weight: OnnxWeight): OnnxWeight {
  return {
    ...weight,
    dataType: FLOAT32,
    byteLength: weight.byteLength * 2,
    read: async () => {
      const { buffer } = await weight.read();
      return new Uint8Array(float16ToFloat32(new Uint16Array(buffer)).buffer);
    },
  };
}
