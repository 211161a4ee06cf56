import type { TensorValues } from './dtype.ts';
import type { PickleValue } from './pickle-value.ts';

/** Whether a Python value is a tuple of sizes, strides or the like. */
export function isShape(value: PickleValue | undefined): value is number[] {
  return (
    Array.isArray(value) &&
    value.every((size) => Number.isSafeInteger(size) && (size as number) >= 0)
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
 * The values of a view in row-major order: `values` themselves where they lie so already.
 * @param stride elements between neighbours, one a dimension
 * @param width values of one element
 */
export function inRowMajor(
  values: TensorValues,
  shape: readonly number[],
  stride: readonly number[],
  width: 1 | 2,
): TensorValues {
  const count = elementCount(shape);
  if (isRowMajor(shape, stride)) return values;
  const ordered = new (values.constructor as new (length: number) => TensorValues)(count * width);
  const index = shape.map(() => 0);
  let from = 0;
  for (let element = 0; element < count; element++) {
    for (let part = 0; part < width; part++) {
      ordered[element * width + part] = values[from * width + part]!;
    }
    from += step(index, shape, stride);
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
