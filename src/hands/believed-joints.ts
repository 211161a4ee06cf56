import type { HandPrior } from './pose-prior.ts';
import type { Vec3 } from './vectors.ts';

/** A network that gives its joints this score on average is taken at its word. */
const SURE_SCORE = 0.6;
/** At least this share of its word is taken: what is expected may be wrong. */
const LEAST_SHARE = 0.2;

/**
 * A network's joints as far as it believes in them itself; for the rest, what it was told to expect.
 * Where it hardly sees a hand, each answer strays a little, is the next frame's prior, and strays
 * again: on its own word, a hand slid onto the one it clasped (training/runs.md, `lite/belief.py`).
 * @param joints 21, px of the frame, mm
 * @param scores of these joints, 0..1
 * @param told of this hand; null where the network was told nothing
 */
export function believedJoints(
  joints: readonly Vec3[],
  scores: readonly number[],
  told: HandPrior | null,
): readonly Vec3[] {
  if (!told) return joints;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const share = Math.min(1, Math.max(LEAST_SHARE, mean / SURE_SCORE));
  return joints.map(([x, y, z], i): Vec3 => {
    const [toldX, toldY, toldZ] = told.joints[i]!;
    const depth = told.depthKnown ? toldZ + share * (z - toldZ) : z;
    return [toldX + share * (x - toldX), toldY + share * (y - toldY), depth];
  });
}
