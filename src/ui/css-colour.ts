/** A colour token of page.css as the current theme has it, in CSS's own words. */
export function cssColour(token: `--${string}`): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The same as 0xRRGGBB. */
export function cssColourNumber(token: `--${string}`): number {
  const [r = 0, g = 0, b = 0] =
    cssColour(token)
      .match(/[\d.]+/g)
      ?.map(Number) ?? [];
  return (r << 16) | (g << 8) | b;
}
