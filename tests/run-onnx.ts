import * as ort from 'onnxruntime-web';
import { float16ToFloat32 } from '../src/models/torch/half-floats.ts';
import { float32ToFloat16 } from '../src/models/onnx/float16.ts';

ort.env.wasm.numThreads = 1;

export interface FloatTensor {
  readonly data: Float32Array<ArrayBuffer>;
  readonly dims: readonly number[];
}

/** Runs an ONNX model on the CPU; half floats are widened in its outputs and narrowed in its inputs. */
export async function runOnnx(
  onnx: Uint8Array<ArrayBuffer>,
  inputs: Readonly<Record<string, FloatTensor>>,
): Promise<Readonly<Record<string, FloatTensor>>> {
  const session = await ort.InferenceSession.create(onnx);
  try {
    const feeds = session.inputMetadata.map((input) => {
      const { data, dims } = inputs[input.name]!;
      const half = input.isTensor && input.type === 'float16';
      return [
        input.name,
        half
          ? new ort.Tensor('float16', float32ToFloat16(data), dims)
          : new ort.Tensor('float32', data, dims),
      ] as const;
    });
    const outputs = await session.run(Object.fromEntries(feeds));
    return Object.fromEntries(
      Object.entries(outputs).map(([name, { data, dims }]) => [name, { data: floats(data), dims }]),
    );
  } finally {
    await session.release();
  }
}

function floats(data: ort.Tensor.DataType): Float32Array<ArrayBuffer> {
  if (data instanceof Uint16Array) return float16ToFloat32(new Uint16Array(data));
  return new Float32Array(data as Float32Array);
}
