// Finds each joint's peak in a heatmap of volumes [D][H][W], as src/hands/voxel-decode.ts does:
// `reduce` finds the highest cell of each part of a volume, `refine` the highest of all parts, and
// from its neighbours where between the cells the summit lies.

override DEPTH: u32;
override HEIGHT: u32;
override WIDTH: u32;
// A volume's parts, at most LANES, and cells in each.
override PARTS: u32;
override PART_CELLS: u32;
// Whether the heatmap holds halves, two a word.
override HALVES: bool;
// Of the refinement; src/hands/voxel-decode.ts.
override MAX_OFFSET: f32;
override MIN_CURVATURE: f32;
override FLOOR: f32;

const JOINTS = 21u;
const REFINED = 0u;
const OFFICIAL = 1u;
const MMPOSE = 2u;
const LANES = 64u;
const LOWEST = -3.4028234e38;

struct Jobs {
  // REFINED, OFFICIAL or MMPOSE.
  decode: u32,
  // Where in `peaks` the first job's joints go.
  firstPeak: u32,
  // Each job is a hand: the index of its first volume in the heatmap.
  volumes: array<u32>,
}

struct Candidate {
  value: f32,
  // Orders equal values: the smaller wins.
  rank: u32,
}

@group(0) @binding(0) var<storage, read> heatmap: array<u32>;
@group(0) @binding(1) var<storage, read> jobs: Jobs;
@group(0) @binding(2) var<storage, read_write> candidates: array<Candidate>;
// x, y, z in bins and the heatmap's value there.
@group(0) @binding(3) var<storage, read_write> peaks: array<vec4f>;

var<workgroup> lanes: array<Candidate, LANES>;

fn cell(index: u32) -> f32 {
  if (!HALVES) {
    return bitcast<f32>(heatmap[index]);
  }
  let pair = unpack2x16float(heatmap[index / 2]);
  return select(pair.x, pair.y, index % 2 == 1);
}

// The first cell of the volume that joint slot `slot` is decoded from.
fn volumeStart(slot: u32) -> u32 {
  return (jobs.volumes[slot / JOINTS] + slot % JOINTS) * DEPTH * HEIGHT * WIDTH;
}

// InterNet's own code takes the smallest x, then y, then z; MMPose's the first in memory.
fn rankOf(index: u32) -> u32 {
  if (jobs.decode == MMPOSE) {
    return index;
  }
  let x = index % WIDTH;
  let y = index / WIDTH % HEIGHT;
  let z = index / WIDTH / HEIGHT;
  return (x * HEIGHT + y) * DEPTH + z;
}

fn cellOf(rank: u32) -> vec3u {
  if (jobs.decode == MMPOSE) {
    return vec3u(rank % WIDTH, rank / WIDTH % HEIGHT, rank / WIDTH / HEIGHT);
  }
  return vec3u(rank / DEPTH / HEIGHT, rank / DEPTH % HEIGHT, rank % DEPTH);
}

fn better(a: Candidate, b: Candidate) -> Candidate {
  if (b.value > a.value || (b.value == a.value && b.rank < a.rank)) {
    return b;
  }
  return a;
}

// The best of all lanes ends in lanes[0].
fn reduceLanes(lane: u32) {
  for (var half = LANES / 2; half > 0; half /= 2) {
    workgroupBarrier();
    if (lane < half) {
      lanes[lane] = better(lanes[lane], lanes[lane + half]);
    }
  }
}

@compute @workgroup_size(LANES)
fn reduce(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let start = volumeStart(group.y);
  let end = min((group.x + 1) * PART_CELLS, DEPTH * HEIGHT * WIDTH);
  var best = Candidate(LOWEST, 0xffffffff);
  for (var index = group.x * PART_CELLS + lane; index < end; index += LANES) {
    let value = cell(start + index);
    if (value >= best.value) {
      best = better(best, Candidate(value, rankOf(index)));
    }
  }
  lanes[lane] = best;
  reduceLanes(lane);
  if (lane == 0) {
    candidates[group.y * PARTS + group.x] = lanes[0];
  }
}

@compute @workgroup_size(LANES)
fn refine(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  lanes[lane] = Candidate(LOWEST, 0xffffffff);
  if (lane < PARTS) {
    lanes[lane] = candidates[group.x * PARTS + lane];
  }
  reduceLanes(lane);
  if (lane == 0) {
    peaks[jobs.firstPeak + group.x] = peakAt(volumeStart(group.x), lanes[0]);
  }
}

fn peakAt(start: u32, best: Candidate) -> vec4f {
  let at = cellOf(best.rank);
  if (jobs.decode == MMPOSE && best.value <= 0) {
    return vec4f(-1, -1, -1, best.value);
  }
  if (jobs.decode != REFINED || best.value <= 0) {
    return vec4f(vec3f(at), best.value);
  }
  let index = start + (at.z * HEIGHT + at.y) * WIDTH + at.x;
  let offset = vec3f(
    summitOffset(at.x, WIDTH, index, 1, best.value),
    summitOffset(at.y, HEIGHT, index, WIDTH, best.value),
    summitOffset(at.z, DEPTH, index, WIDTH * HEIGHT, best.value),
  );
  return vec4f(vec3f(at) + offset, best.value);
}

// Where along one axis the parabola through the logarithms of five values has its summit.
fn summitOffset(position: u32, length: u32, index: u32, stride: u32, peak: f32) -> f32 {
  if (position < 2 || position + 2 >= length) {
    return 0;
  }
  let l2 = level(index - 2 * stride, peak);
  let l1 = level(index - stride, peak);
  let r1 = level(index + stride, peak);
  let r2 = level(index + 2 * stride, peak);
  let slope = (2 * (r2 - l2) + (r1 - l1)) / 10;
  let curvature = (2 * l2 - l1 - r1 + 2 * r2) / 7;
  return clamp(slope / max(-curvature, MIN_CURVATURE), -MAX_OFFSET, MAX_OFFSET);
}

fn level(index: u32, peak: f32) -> f32 {
  return log(max(cell(index) / peak, FLOOR));
}
