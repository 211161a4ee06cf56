import type { Tensor } from 'onnxruntime-web';

/** Tensors that are disposed together, unless moved on. */
export class OwnedTensors implements Disposable {
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
