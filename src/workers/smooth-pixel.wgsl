// The same numbers as src/hands/smooth-crop.ts. Terms: how many taps a pixel has along each axis; of each
// crop, for columns and then rows, SIZE first samples and SIZE times as many weights (bits of f32).

fn pixel(crop: u32, x: u32, y: u32) -> vec3f {
  let taps = u32(terms[0]);
  let axis = SIZE * (1 + taps);
  let columns = 1 + crop * 2 * axis;
  let rows = columns + axis;
  let corner = vec2i(terms[columns + x], terms[rows + y]);
  var sum = vec3f(0);
  for (var j = 0u; j < taps; j++) {
    let down = bitcast<f32>(terms[rows + SIZE + y * taps + j]);
    for (var i = 0u; i < taps; i++) {
      let across = bitcast<f32>(terms[columns + SIZE + x * taps + i]);
      sum += across * down * saturate(textureLoad(frame, corner + vec2i(vec2u(i, j))).rgb);
    }
  }
  return sum;
}
