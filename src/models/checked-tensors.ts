import type { StateDict } from './internet-state-dict.ts';
import { ModelFailure } from './model-failure.ts';
import type { Checkpoint } from './torch/checkpoint.ts';
import type { TorchTensor } from './torch/tensor.ts';

/** A tensor that is there and has the right shape; its values are still in the file. */
export interface CheckedTensor {
  readonly shape: readonly number[];
  readonly read: () => Promise<Float32Array<ArrayBuffer>>;
}

const FLOATING: ReadonlySet<string> = new Set(['float32', 'float64', 'float16', 'bfloat16']);

/** A checkpoint's tensors, handed out by name, each checked against the shape its user expects. */
export class CheckedTensors {
  /** The file's name, for messages. */
  readonly file: string;
  readonly #tensors: StateDict;
  readonly #checkpoint: Checkpoint;
  readonly #taken = new Map<string, number>();

  constructor(file: string, tensors: StateDict, checkpoint: Checkpoint) {
    this.file = file;
    this.#tensors = tensors;
    this.#checkpoint = checkpoint;
  }

  /** Trained numbers in all tensors taken so far: not a BatchNorm's running statistics. */
  get parameters(): number {
    const trained = Array.from(this.#taken).filter(([name]) => !name.includes('.running_'));
    return trained.reduce((sum, [, size]) => sum + size, 0);
  }

  /**
   * @param shape null stands for any size
   * @throws ModelFailure 'tensor-missing' | 'tensor-wrong'
   */
  take(tensor: string, shape: readonly (number | null)[]): CheckedTensor {
    const name = this.file;
    const expected = `floats of shape ${shapeText(shape)}`;
    const found = this.#tensors.get(tensor);
    if (!found) throw new ModelFailure({ type: 'tensor-missing', name, tensor, expected });
    const fits =
      FLOATING.has(found.dtype) &&
      found.shape.length === shape.length &&
      shape.every((size, axis) => size === null || size === found.shape[axis]);
    if (!fits) {
      const is = `${found.dtype} of shape ${shapeText(found.shape)}`;
      throw new ModelFailure({ type: 'tensor-wrong', name, tensor, expected, found: is });
    }
    this.#taken.set(
      tensor,
      found.shape.reduce((product, size) => product * size, 1),
    );
    return { shape: found.shape, read: () => this.#read(tensor, found) };
  }

  /** @throws ModelFailure 'tensor-wrong' for numbers that no trained network has */
  async #read(tensor: string, found: TorchTensor): Promise<Float32Array<ArrayBuffer>> {
    const values = await this.#checkpoint.readFloat32(found);
    const isVariance = tensor.endsWith('.running_var');
    const wrong = values.find((value) => !Number.isFinite(value) || (isVariance && value < 0));
    if (wrong === undefined) return values;
    const expected = isVariance ? 'of finite numbers, none negative' : 'of finite numbers';
    const problem = { name: this.file, tensor, expected, found: `one that holds ${wrong}` };
    throw new ModelFailure({ type: 'tensor-wrong', ...problem });
  }

  /** @throws ModelFailure when a tensor was not taken: a larger network than ours */
  requireAllTaken(): void {
    const surplus = Array.from(this.#tensors.keys()).filter((name) => !this.#taken.has(name));
    if (surplus.length === 0) return;
    const reason = `it has ${surplus.length} tensors that InterNet has not, such as ${surplus[0]}`;
    throw new ModelFailure({ type: 'not-an-internet', name: this.file, reason });
  }
}

/** As PyTorch writes shapes, * for any size. */
function shapeText(shape: readonly (number | null)[]): string {
  return `[${shape.map((size) => size ?? '*').join(', ')}]`;
}
