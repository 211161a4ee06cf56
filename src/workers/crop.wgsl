// Cuts every crop of a batch out of a video frame: cv2.warpAffine in OpenCV's fixed point, the same
// bits as src/hands/warp-affine.ts; [crop][RGB][y][x], 0..1, black outside the frame.

override SIZE: u32;

@group(0) @binding(0) var frame: texture_external;
// Of each crop columnX, columnY, rowX, rowY, SIZE values each (src/hands/warp-terms.ts).
@group(0) @binding(1) var<storage, read> terms: array<i32>;
@group(0) @binding(2) var<storage, read_write> floats: array<f32>;
// Two halves a word.
@group(0) @binding(2) var<storage, read_write> halves: array<u32>;

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

@compute @workgroup_size(8, 8)
fn toFloats(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= vec2u(SIZE))) {
    return;
  }
  let rgb = pixel(id.z, id.x, id.y);
  for (var c = 0u; c < 3; c++) {
    floats[((id.z * 3 + c) * SIZE + id.y) * SIZE + id.x] = rgb[c];
  }
}

@compute @workgroup_size(8, 8)
fn toHalves(@builtin(global_invocation_id) id: vec3u) {
  let x = 2 * id.x;
  if (x >= SIZE || id.y >= SIZE) {
    return;
  }
  let left = pixel(id.z, x, id.y);
  let right = pixel(id.z, x + 1, id.y);
  for (var c = 0u; c < 3; c++) {
    halves[(((id.z * 3 + c) * SIZE + id.y) * SIZE + x) / 2] = pack2x16float(vec2f(left[c], right[c]));
  }
}
