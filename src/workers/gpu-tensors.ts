import type { Tensor } from 'onnxruntime-web';
import { float32ToFloat16 } from '../models/onnx/float16.ts';
import { float16ToFloat32 } from '../models/torch/half-floats.ts';
import type { GpuReader } from './gpu-reader.ts';
import type { Gpu } from './gpu.ts';
import type { TensorAccess } from './internet-network.ts';
import type { Ort } from './onnx-runtime.ts';

/** Tensors in GPU buffers of ONNX Runtime's own device. */
export function gpuTensors(ort: Ort, { device, buffers, reader }: Gpu): TensorAccess {
  return {
    async read(tensors) {
      const parts = await reader.read(
        tensors.map((tensor) => ({
          buffer: tensor.gpuBuffer,
          offset: 0,
          bytes: wholeWords(tensor.size * valueBytes(tensor)),
        })),
      );
      return parts.map((part, i) => floats(part, tensors[i]!).subarray(0, tensors[i]!.size));
    },
    rows(tensor, rows) {
      const bytes = (tensor.size / tensor.dims[0]!) * valueBytes(tensor);
      const { COPY_DST, COPY_SRC, STORAGE } = GPUBufferUsage;
      const chosen = buffers.get('rows', rows.length * bytes, STORAGE | COPY_SRC | COPY_DST);
      const encoder = device.createCommandEncoder();
      rows.forEach((row, i) =>
        encoder.copyBufferToBuffer(tensor.gpuBuffer, row * bytes, chosen, i * bytes, bytes),
      );
      device.queue.submit([encoder.finish()]);
      return ort.Tensor.fromGpuBuffer(chosen, {
        dataType: tensorPrecision(tensor) === 'fp16' ? 'float16' : 'float32',
        dims: [rows.length, ...tensor.dims.slice(1)],
      });
    },
    floats: (type, values, dims) =>
      type === 'float16'
        ? new ort.Tensor('float16', float32ToFloat16(values), dims)
        : new ort.Tensor('float32', values, dims),
  };
}

/** @throws Error for a tensor of anything but floats or halves */
export function tensorPrecision({ type }: Tensor): 'fp32' | 'fp16' {
  if (type === 'float32') return 'fp32';
  if (type === 'float16') return 'fp16';
  throw new Error(`A tensor of ${type}, where floats were expected`);
}

/** Single values of tensors, in one go. */
export async function tensorValues(
  reader: GpuReader,
  places: readonly { readonly tensor: Tensor; readonly index: number }[],
): Promise<number[]> {
  const words = await reader.read(
    places.map(({ tensor, index }) => ({
      buffer: tensor.gpuBuffer,
      offset: Math.floor((index * valueBytes(tensor)) / 4) * 4,
      bytes: 4,
    })),
  );
  return words.map((word, i) => {
    const { tensor, index } = places[i]!;
    const values = floats(word, tensor);
    return values[index % values.length]!;
  });
}

/** Numbers of a tensor, from a copy of its bytes. */
function floats(bytes: ArrayBuffer, tensor: Tensor): Float32Array {
  return tensorPrecision(tensor) === 'fp16'
    ? float16ToFloat32(new Uint16Array(bytes))
    : new Float32Array(bytes);
}

function valueBytes(tensor: Tensor): 2 | 4 {
  return tensorPrecision(tensor) === 'fp16' ? 2 : 4;
}

function wholeWords(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
