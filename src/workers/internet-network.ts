import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { HAND_SIDES, type PerHand } from '../hands/hand-side.ts';
import { allHands, handsAbove, type HandVolumes, type NetworkOutput } from './network-output.ts';

/** How a backend gets at tensors, wherever they lie. */
export interface TensorAccess {
  /** All values of each tensor. */
  read(tensors: readonly Tensor[]): Promise<Float32Array[]>;
  /** A tensor of some of another's rows (along its first dimension), in that order; the caller disposes it. */
  rows(tensor: Tensor, rows: readonly number[]): Tensor;
  /** Zeros, for the inputs that nothing is known for. */
  zeros(type: Tensor.Type, dims: readonly number[]): Tensor;
}

/** An InterNet's sessions: the whole network in `trunk`, or what both hands share, and a head for each. */
export interface NetworkSessions {
  readonly trunk: InferenceSession;
  readonly heads: PerHand<InferenceSession> | null;
}

/** Runs an InterNet; of one in parts, only the heads of hands that are there. */
export class InternetNetwork {
  readonly #sessions: NetworkSessions;
  readonly #access: TensorAccess;
  /** Zeros for the trunk's further inputs, by batch size. */
  readonly #blanks = new Map<number, Record<string, Tensor>>();

  constructor(sessions: NetworkSessions, access: TensorAccess) {
    this.#sessions = sessions;
    this.#access = access;
  }

  /**
   * @param image [N, 3, S, S]; stays the caller's
   * @param gate heads of hands less probable than this are not run, 0..1
   * @returns tensors that the caller disposes
   */
  async run(image: Tensor, gate: number): Promise<NetworkOutput> {
    using owned = new OwnedTensors();
    const { trunk, heads } = this.#sessions;
    const outputs = owned.all(await trunk.run({ ...this.#blank(image.dims[0]!), image }));
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

  #blank(count: number): Record<string, Tensor> {
    const known = this.#blanks.get(count);
    if (known) return known;
    const blanks: Record<string, Tensor> = {};
    for (const input of this.#sessions.trunk.inputMetadata) {
      if (input.name === 'image' || !input.isTensor) continue;
      const dims = input.shape.map((size) => (typeof size === 'number' ? size : count));
      blanks[input.name] = this.#access.zeros(input.type, dims);
    }
    this.#blanks.set(count, blanks);
    return blanks;
  }
}

function wholeHeatmap(tensor: Tensor | undefined): HandVolumes[] {
  return tensor ? [{ tensor, hands: allHands(tensor.dims[0]!) }] : [];
}

/** Tensors that are disposed together, unless moved on. */
class OwnedTensors implements Disposable {
  #tensors = new Set<Tensor>();

  add(tensor: Tensor): Tensor {
    this.#tensors.add(tensor);
    return tensor;
  }

  all<T extends Readonly<Record<string, Tensor>>>(tensors: T): T {
    for (const tensor of Object.values(tensors)) this.add(tensor);
    return tensors;
  }

  move(): OwnedTensors {
    const moved = new OwnedTensors();
    moved.#tensors = this.#tensors;
    this.#tensors = new Set();
    return moved;
  }

  [Symbol.dispose](): void {
    for (const tensor of this.#tensors) tensor.dispose();
    this.#tensors.clear();
  }
}
