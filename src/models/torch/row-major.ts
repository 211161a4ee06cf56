import type { PickleValue } from './pickle-value.ts';

/** PyTorch's own limit. */
const MAX_DIMENSIONS = 64;

/** Whether a Python value is a tuple of sizes or strides. */
export function isShape(value: PickleValue | undefined): value is number[] {
  return (
    Array.isArray(value) &&
    value.length <= MAX_DIMENSIONS &&
    value.every((size) => typeof size === 'number' && Number.isSafeInteger(size) && size >= 0)
  );
}

/** 1 for a scalar's empty shape. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((count, size) => count * size, 1);
}

/** Elements from the first to the last that the view touches, both included; 0 where it is empty. */
export function spannedElements(shape: readonly number[], stride: readonly number[]): number {
  if (shape.includes(0)) return 0;
  return shape.reduce((span, size, dimension) => span + (size - 1) * stride[dimension]!, 1);
}

/**
 * The elements of a view in row-major order: `bytes` themselves where they lie so already.
 * @param bytes from the view's first element on
 * @param stride elements between neighbours, one a dimension
 * @param width bytes of one element
 */
export function inRowMajor(
  bytes: Uint8Array<ArrayBuffer>,
  shape: readonly number[],
  stride: readonly number[],
  width: number,
): Uint8Array<ArrayBuffer> {
  if (isRowMajor(shape, stride)) return bytes;
  const ordered = new Uint8Array(elementCount(shape) * width);
  const index = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < ordered.length; to += width) {
    for (let i = 0; i < width; i++) ordered[to + i] = bytes[from + i]!;
    from += step(index, shape, stride) * width;
  }
  return ordered;
}

/** Moves the index to the next element in row-major order; by how many elements that lies further. */
function step(index: number[], shape: readonly number[], stride: readonly number[]): number {
  let moved = 0;
  for (let dimension = shape.length - 1; dimension >= 0; dimension--) {
    moved += stride[dimension]!;
    if (++index[dimension]! < shape[dimension]!) break;
    moved -= shape[dimension]! * stride[dimension]!;
    index[dimension] = 0;
  }
  return moved;
}

function isRowMajor(shape: readonly number[], stride: readonly number[]): boolean {
  return shape.every(
    (size, dimension) =>
      size === 1 || stride[dimension] === elementCount(shape.slice(dimension + 1)),
  );
}
