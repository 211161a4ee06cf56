/** An axis-aligned box in px of the source frame; x, y is its top left corner. */
export interface BoundingBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
