import type { RandomTensor } from './internet-tensors.ts';

/** Bytes written at a time. */
const CHUNK_VALUES = 1 << 18;

/** 2^16 draws of a normal distribution, cut at four deviations; the values are taken from these. */
const NORMALS = makeNormals();

/** A tensor's bytes (little-endian), piece by piece; a piece is valid until the next is asked for. */
export function* randomBytes(tensor: RandomTensor, seed: number): Generator<Uint8Array> {
  if (tensor.dtype === 'int64') {
    yield new Uint8Array(BigInt64Array.of(BigInt(tensor.mean)).buffer);
    return;
  }
  const { mean, deviation } = tensor;
  const count = valueCount(tensor);
  const chunk = new Float32Array(Math.min(count, CHUNK_VALUES));
  let state = seedOf(seed);
  for (let done = 0; done < count; done += chunk.length) {
    const length = Math.min(chunk.length, count - done);
    for (let i = 0; i < length; i++) {
      // Marsaglia's xorshift32: 47 million values in a second or less.
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      chunk[i] = mean + deviation * NORMALS[state >>> 16]!;
    }
    yield new Uint8Array(chunk.buffer, 0, length * 4);
  }
}

export function valueCount({ shape }: RandomTensor): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Spreads neighbouring seeds (the finaliser of MurmurHash3); xorshift needs a state that is not 0. */
function seedOf(seed: number): number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16) || 1;
}

function makeNormals(): Float32Array {
  const normals = new Float32Array(1 << 16);
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 2 ** 32;
  };
  for (let i = 0; i < normals.length; i += 2) {
    // Box and Muller's transform.
    const radius = Math.min(4, Math.sqrt(-2 * Math.log(uniform())));
    const angle = 2 * Math.PI * uniform();
    normals[i] = radius * Math.cos(angle);
    normals[i + 1] = radius * Math.sin(angle);
  }
  return normals;
}
