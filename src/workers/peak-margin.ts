/** How far a volume's highest cell lies above every other, `cells` values from `offset` on. */
export function peakMargin(values: Float32Array, offset: number, cells: number): number {
  let highest = -Infinity;
  let second = -Infinity;
  for (let i = offset; i < offset + cells; i++) {
    const value = values[i]!;
    if (value <= second) continue;
    [highest, second] = value > highest ? [value, highest] : [highest, value];
  }
  return highest - second;
}
