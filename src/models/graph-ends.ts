import { ModelFailure } from './model-failure.ts';
import { FLOAT16, FLOAT32 } from './onnx/data-type.ts';
import type { OnnxModel } from './onnx/onnx-model.ts';
import { fromValueInfo, type TensorInfo } from './onnx/tensor-info.ts';

/** What a network takes and gives, asked for by name. All questions throw 'breaks-contract'. */
export class GraphEnds {
  readonly inputs: ReadonlyMap<string, TensorInfo>;
  readonly outputs: ReadonlyMap<string, TensorInfo>;
  readonly #file: string;

  /** @param file its name, for messages */
  constructor({ graph, weights }: OnnxModel, file: string) {
    const byName = (infos: readonly TensorInfo[]) =>
      new Map(infos.map((info) => [info.name, info]));
    // Until IR 4 weights had to be inputs too.
    const given = new Set([...weights, ...graph.initializer].map(({ name }) => name));
    this.inputs = byName(graph.input.map(fromValueInfo).filter(({ name }) => !given.has(name)));
    this.outputs = byName(graph.output.map(fromValueInfo));
    this.#file = file;
  }

  /**
   * Checks an input: floats [N, …sizes], N left open.
   * @param sizes null: any fixed size
   * @returns the sizes after N
   */
  input(name: string, sizes: readonly (number | null)[]): number[] {
    return this.#sizes('input', this.inputs, name, sizes);
  }

  /** As `input`, for an output. */
  output(name: string, sizes: readonly (number | null)[]): number[] {
    return this.#sizes('output', this.outputs, name, sizes);
  }

  /** @throws ModelFailure 'breaks-contract' */
  fail(reason: string): never {
    throw new ModelFailure({ type: 'breaks-contract', name: this.#file, reason });
  }

  #sizes(
    end: 'input' | 'output',
    infos: ReadonlyMap<string, TensorInfo>,
    name: string,
    expected: readonly (number | null)[],
  ): number[] {
    const info = infos.get(name);
    const wanted = shapeText(['N', ...expected.map((size) => size ?? '*')]);
    if (!info) {
      const others = infos.size > 0 ? Array.from(infos.keys()).join(', ') : 'none';
      return this.fail(`it has no ${end} ${name} ${wanted}; its ${end}s: ${others}`);
    }
    const { dataType, dims } = info;
    if (dataType !== FLOAT32 && dataType !== FLOAT16) {
      return this.fail(`its ${end} ${name} is not of floats (ONNX type ${dataType})`);
    }
    const [batch, ...sizes] = dims ?? [];
    const fits =
      typeof batch === 'string' &&
      sizes.length === expected.length &&
      sizes.every((size, i) => typeof size === 'number' && size === (expected[i] ?? size));
    const found = dims ? shapeText(dims) : 'of no stated shape';
    if (!fits) return this.fail(`its ${end} ${name} is ${found}, not ${wanted} with N left open`);
    return sizes.map(Number);
  }
}

function shapeText(sizes: readonly (number | string)[]): string {
  return `[${sizes.join(', ')}]`;
}
