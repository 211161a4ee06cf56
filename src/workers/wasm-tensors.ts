import type { Tensor } from 'onnxruntime-web';
import type { TensorAccess } from './internet-network.ts';
import type { Ort } from './onnx-runtime.ts';

/** Tensors on the CPU, where networks run in fp32 alone. */
export function wasmTensors(ort: Ort): TensorAccess {
  return {
    read: (tensors) => Promise.resolve(tensors.map(tensorFloats)),
    rows(tensor, rows) {
      const values = tensorFloats(tensor);
      const length = values.length / tensor.dims[0]!;
      const chosen = new Float32Array(rows.length * length);
      rows.forEach((row, i) =>
        chosen.set(values.subarray(row * length, (row + 1) * length), i * length),
      );
      return new ort.Tensor('float32', chosen, [rows.length, ...tensor.dims.slice(1)]);
    },
    floats: (_, values, dims) => new ort.Tensor('float32', values, dims),
  };
}

/** A tensor's values, where they lie. */
export function tensorFloats({ data, type }: Tensor): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new Error(`A tensor of ${type}, where float32 was expected`);
}
