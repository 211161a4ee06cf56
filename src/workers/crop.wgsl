// Cuts every crop of a batch out of a video frame: [crop][RGB][y][x], 0..1, black outside the frame.
// What `pixel` gives is up to the file that follows this one.

override SIZE: u32;

@group(0) @binding(0) var frame: texture_external;
// Where the crops' pixels lie, in words of its own for each `pixel`.
@group(0) @binding(1) var<storage, read> terms: array<i32>;
@group(0) @binding(2) var<storage, read_write> floats: array<f32>;
// Two halves a word.
@group(0) @binding(2) var<storage, read_write> halves: array<u32>;

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
