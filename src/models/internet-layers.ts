import type { CheckedTensors } from './checked-tensors.ts';
import {
  batchNormScale,
  batchNormShift,
  scaleChannels,
  type BatchNorm,
} from './fold-batch-norm.ts';
import type { GraphBuilder } from './onnx/graph-builder.ts';

/** A tensor [N, channels, …] of the graph being built. */
export interface Feature {
  readonly tensor: string;
  readonly channels: number;
}

export interface ConvolutionOptions {
  readonly kernel: number;
  readonly stride: number;
  /** Of its output; any where none is given. */
  readonly channels?: number;
  /** What each input channel is multiplied with before; folded into the weights. */
  readonly inputScale?: readonly number[];
}

/**
 * Adds InterNet's kinds of layer to a graph. Weights come from the tensors of the same name, whose
 * shapes are checked; BatchNorms are folded into the convolution before them.
 */
export class InternetLayers {
  readonly graph: GraphBuilder;
  readonly #tensors: CheckedTensors;

  constructor(graph: GraphBuilder, tensors: CheckedTensors) {
    this.graph = graph;
    this.#tensors = tensors;
  }

  /** A convolution without bias that keeps the size at stride 1, and its BatchNorm. */
  convolution(
    x: Feature,
    name: string,
    norm: string,
    { kernel, stride, inputScale = [1], ...expected }: ConvolutionOptions,
  ): Feature {
    const shape = [expected.channels ?? null, x.channels, kernel, kernel];
    const weight = this.#tensors.take(`${name}.weight`, shape);
    const channels = weight.shape[0]!;
    const readNorm = this.#batchNorm(norm, channels);
    const inner = (x.channels / inputScale.length) * kernel * kernel;
    const readWeight = async () => {
      const scale = Array.from(batchNormScale(await readNorm()));
      const factors = scale.flatMap((factor) => inputScale.map((each) => each * factor));
      return scaleChannels(await weight.read(), factors, inner);
    };
    const inputs = [
      x.tensor,
      this.graph.weight(`${name}.weight`, weight.shape, readWeight),
      this.#shift(name, channels, readNorm),
    ];
    const pads = Array.from({ length: 4 }, () => (kernel - 1) / 2);
    const attributes = { kernel_shape: [kernel, kernel], strides: [stride, stride], pads };
    return { tensor: this.graph.node('Conv', inputs, name, attributes), channels };
  }

  /** Doubles the size: a transposed convolution (4, stride 2, padding 1) without bias, its BatchNorm. */
  upsampling(x: Feature, name: string, norm: string): Feature {
    const weight = this.#tensors.take(`${name}.weight`, [x.channels, null, 4, 4]);
    const channels = weight.shape[1]!;
    const readNorm = this.#batchNorm(norm, channels);
    const readWeight = async () =>
      scaleChannels(await weight.read(), batchNormScale(await readNorm()), 4 * 4);
    const inputs = [
      x.tensor,
      this.graph.weight(`${name}.weight`, weight.shape, readWeight),
      this.#shift(name, channels, readNorm),
    ];
    const attributes = { kernel_shape: [4, 4], strides: [2, 2], pads: [1, 1, 1, 1] };
    return { tensor: this.graph.node('ConvTranspose', inputs, name, attributes), channels };
  }

  /** A 1x1 convolution with bias. @param expected its output's channels; null: any number */
  pointwise(x: Feature, name: string, expected: number | null): Feature {
    const { inputs, channels } = this.#weightAndBias(name, [expected, x.channels, 1, 1]);
    const attributes = { kernel_shape: [1, 1] };
    const tensor = this.graph.node('Conv', [x.tensor, ...inputs], name, attributes);
    return { tensor, channels };
  }

  /** A fully connected layer on [N, channels]. @param expected its output's channels; null: any */
  linear(x: Feature, name: string, expected: number | null): Feature {
    const { inputs, channels } = this.#weightAndBias(name, [expected, x.channels]);
    const tensor = this.graph.node('Gemm', [x.tensor, ...inputs], name, { transB: 1 });
    return { tensor, channels };
  }

  relu({ tensor, channels }: Feature): Feature {
    return { tensor: this.graph.node('Relu', [tensor], `${tensor}.relu`), channels };
  }

  #weightAndBias(name: string, shape: readonly (number | null)[]) {
    const weight = this.#tensors.take(`${name}.weight`, shape);
    const channels = weight.shape[0]!;
    const bias = this.#tensors.take(`${name}.bias`, [channels]);
    const inputs = [
      this.graph.weight(`${name}.weight`, weight.shape, weight.read),
      this.graph.weight(`${name}.bias`, bias.shape, bias.read),
    ];
    return { inputs, channels };
  }

  #batchNorm(name: string, channels: number): () => Promise<BatchNorm> {
    const take = (vector: string) => this.#tensors.take(`${name}.${vector}`, [channels]);
    const [gamma, beta] = [take('weight'), take('bias')];
    const [mean, variance] = [take('running_mean'), take('running_var')];
    return async () => ({
      gamma: await gamma.read(),
      beta: await beta.read(),
      mean: await mean.read(),
      variance: await variance.read(),
    });
  }

  /** The bias that a folded BatchNorm leaves. */
  #shift(name: string, channels: number, readNorm: () => Promise<BatchNorm>): string {
    return this.graph.weight(`${name}.bias`, [channels], async () =>
      batchNormShift(await readNorm()),
    );
  }
}
