// cv2.warpAffine in OpenCV's fixed point, the same bits as src/hands/warp-affine.ts. Terms: of each crop
// columnX, columnY, rowX, rowY, SIZE values each (src/hands/warp-terms.ts).

fn tap(at: vec2i) -> vec3i {
  let size = vec2i(textureDimensions(frame));
  if (any(at < vec2i(0)) || any(at >= size)) {
    return vec3i(0);
  }
  return vec3i(round(saturate(textureLoad(frame, at).rgb) * 255.0));
}

fn pixel(crop: u32, x: u32, y: u32) -> vec3f {
  let first = crop * 4 * SIZE;
  let column = vec2i(terms[first + x], terms[first + SIZE + x]);
  let row = vec2i(terms[first + 2 * SIZE + y], terms[first + 3 * SIZE + y]);
  // 1/1024 px cut to 1/32 px.
  let at = (row + column) >> vec2u(5);
  let corner = at >> vec2u(5);
  let part = at & vec2i(31);
  let rest = 32 - part;
  let sum = rest.x * rest.y * tap(corner)
    + part.x * rest.y * tap(corner + vec2i(1, 0))
    + rest.x * part.y * tap(corner + vec2i(0, 1))
    + part.x * part.y * tap(corner + vec2i(1, 1));
  return vec3f(sum) / 1024.0 / 255.0;
}
