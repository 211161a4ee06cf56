/**
 * A Python class, function or object that means nothing here. It stands where the object stood;
 * what was passed to it, set on it or appended to it is dropped, and nothing is ever executed.
 */
export class Opaque {
  /** "module.name" of the class or function it came from, such as "torch.float32". */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
