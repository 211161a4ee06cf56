import { vi } from 'vitest';

/** Stands in for the browser's DOMPointReadOnly, which Node has not, while a test file runs. */
export function stubDomPoint(): void {
  class FakeDomPoint {
    readonly x: number;
    readonly y: number;
    readonly z: number;
    readonly w: number;

    constructor(x = 0, y = 0, z = 0, w = 1) {
      [this.x, this.y, this.z, this.w] = [x, y, z, w];
    }
  }
  vi.stubGlobal('DOMPointReadOnly', FakeDomPoint);
}
