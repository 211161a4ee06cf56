import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { HAND_SIDES, type PerHand } from '../hands/hand-side.ts';
import { OwnedTensors } from './owned-tensors.ts';
import { allHands, handsAbove, type HandVolumes, type NetworkOutput } from './network-output.ts';

/** How a backend gets at tensors, wherever they lie. */
export interface TensorAccess {
  /** All values of each tensor. */
  read(tensors: readonly Tensor[]): Promise<Float32Array[]>;
  /** A tensor of some of another's rows (along its first dimension), in that order; the caller disposes it. */
  rows(tensor: Tensor, rows: readonly number[]): Tensor;
  /** A tensor of these values, which are rounded where it is of half floats. */
  floats(type: Tensor.Type, values: Float32Array<ArrayBuffer>, dims: readonly number[]): Tensor;
}

/** What is given beside the image, by the input's name: [N, …], flat. */
export type FurtherInputs = Readonly<Record<string, Float32Array<ArrayBuffer>>>;

/** An InterNet's sessions: the whole network in `trunk`, or what both hands share, and a head for each. */
export interface NetworkSessions {
  readonly trunk: InferenceSession;
  readonly heads: PerHand<InferenceSession> | null;
}

/** Runs an InterNet; of one in parts, only the heads of hands that are there. */
export class InternetNetwork {
  readonly #sessions: NetworkSessions;
  readonly #access: TensorAccess;
  /** Zeros for the trunk's further inputs, by name and batch size. */
  readonly #blanks = new Map<string, Tensor>();

  constructor(sessions: NetworkSessions, access: TensorAccess) {
    this.#sessions = sessions;
    this.#access = access;
  }

  /**
   * @param image [N, 3, S, S]; stays the caller's
   * @param gate heads of hands less probable than this are not run, 0..1
   * @param further what else the network may take; what is not given is zeros
   * @returns tensors that the caller disposes
   * @throws Error where one of them has another size than the network's
   */
  async run(image: Tensor, gate: number, further: FurtherInputs = {}): Promise<NetworkOutput> {
    using owned = new OwnedTensors();
    const { trunk, heads } = this.#sessions;
    const count = image.dims[0]!;
    const feeds = { ...this.#further(further, count, owned), image };
    const outputs = owned.all(await trunk.run(feeds));
    const { handedness, relative_depth: depth, joints, joint_score: scores } = outputs;
    if (!handedness || !depth) throw new Error('The network gives no handedness or relative depth');

    const direct = joints && scores ? [joints, scores] : [];
    const [sides, relativeDepth, positions, confidences] = await this.#access.read([
      handedness,
      depth,
      ...direct,
    ]);
    const volumes = heads
      ? await this.#runHeads(heads, outputs, sides!, gate, owned)
      : wholeHeatmap(outputs['heatmap']);
    const kept = owned.move();
    return {
      handedness: sides!,
      relativeDepth: relativeDepth!,
      volumes,
      direct: positions && confidences ? { joints: positions, scores: confidences } : null,
      [Symbol.dispose]: () => kept[Symbol.dispose](),
    };
  }

  async #runHeads(
    heads: PerHand<InferenceSession>,
    outputs: Readonly<Record<string, Tensor>>,
    handedness: Float32Array,
    gate: number,
    owned: OwnedTensors,
  ): Promise<HandVolumes[]> {
    const wanted = handsAbove(handedness, gate);
    const volumes: HandVolumes[] = [];
    for (const side of HAND_SIDES) {
      const hands = wanted.filter((hand) => hand.side === side);
      if (hands.length === 0) continue;
      const [input, output] = [heads[side].inputNames[0]!, heads[side].outputNames[0]!];
      const features = outputs[input]!;
      const crops = hands.map(({ crop }) => crop);
      const rows =
        crops.length === features.dims[0]
          ? features
          : owned.add(this.#access.rows(features, crops));
      const result = owned.all(await heads[side].run({ [input]: rows }));
      volumes.push({ tensor: result[output]!, hands });
    }
    return volumes;
  }

  /** Everything the trunk takes beside the image. */
  #further(given: FurtherInputs, count: number, owned: OwnedTensors): Record<string, Tensor> {
    const feeds: Record<string, Tensor> = {};
    for (const input of this.#sessions.trunk.inputMetadata) {
      if (input.name === 'image' || !input.isTensor) continue;
      const { name, type, shape } = input;
      const dims = shape.map((size) => (typeof size === 'number' ? size : count));
      const size = dims.reduce((product, length) => product * length, 1);
      const values = given[name];
      if (values && values.length !== size) {
        throw new Error(
          `The input ${name} is [${dims.join(', ')}], not of ${values.length} values`,
        );
      }
      feeds[name] = values
        ? owned.add(this.#access.floats(type, values, dims))
        : this.#blank(name, type, dims, size);
    }
    return feeds;
  }

  #blank(name: string, type: Tensor.Type, dims: readonly number[], size: number): Tensor {
    const key = `${name} ${dims[0]}`;
    const known = this.#blanks.get(key);
    if (known) return known;
    const blank = this.#access.floats(type, new Float32Array(size), dims);
    this.#blanks.set(key, blank);
    return blank;
  }
}

function wholeHeatmap(tensor: Tensor | undefined): HandVolumes[] {
  return tensor ? [{ tensor, hands: allHands(tensor.dims[0]!) }] : [];
}
