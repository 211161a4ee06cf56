import { boxCentre, intersectionOverUnion, type BoundingBox } from './bounding-box.ts';
import type { HandDetection } from './hand-detection.ts';
import { HAND_SIDES, type HandSide, type PerHand } from './hand-side.ts';

/** One hand followed over time, whatever its label says in single frames. */
export interface HandTrack {
  readonly box: BoundingBox;
  /** Log-odds that it is the right hand, gathered over the frames; negative means left. */
  readonly evidence: number;
  readonly lastSeenMs: number;
}

/** A detection that became the person's right or left hand. */
export interface SidedHand {
  readonly detection: HandDetection;
  /** Probability that it is this side's hand, after all that its track has seen, 0..1. */
  readonly score: number;
}

export interface SidedHands {
  readonly hands: PerHand<SidedHand | null>;
  /** Hands left over: a person has one hand of each side, the surest one is it. */
  readonly ignored: readonly HandDetection[];
}

/** A track unseen for this long is forgotten, and its side with it. */
const FORGET_AFTER_MS = 1000;
/** Bounds of the gathered evidence: about four contrary labels in a row turn a track over. */
const EVIDENCE_LIMIT = 12;
/** One label moves the evidence by at most this (a score of 0.98), for labels are wrong at 0.99 too. */
const LABEL_LIMIT = 4;
/** Boxes that overlap this much are one hand seen twice. */
const SAME_HAND_OVERLAP = 0.6;
/** A hand may move this many box sizes between frames and still be the same. */
const REACH = 1.5;
/** What a contrary side costs in matching, in box sizes: keeps crossing hands apart. */
const WRONG_SIDE_COST = 0.5;

/**
 * Follows hands from frame to frame and decides which is the person's right and which the left.
 * A single frame's label is evidence, not truth; evidence adds up along a track.
 */
export function trackHands(
  tracks: readonly HandTrack[],
  detections: readonly HandDetection[],
  timeMs: number,
): { readonly tracks: readonly HandTrack[]; readonly sided: SidedHands } {
  const alive = tracks.filter(
    ({ lastSeenMs }) => timeMs >= lastSeenMs && timeMs - lastSeenMs <= FORGET_AFTER_MS,
  );
  const seen = withoutDuplicates(detections);
  const matched = matchTracks(alive, seen);
  const updated = seen.map((detection, i): HandTrack => {
    const before = alive[matched[i] ?? -1]?.evidence ?? 0;
    return {
      box: detection.box,
      evidence: clamp(before + labelEvidence(detection), EVIDENCE_LIMIT),
      lastSeenMs: timeMs,
    };
  });
  const lost = alive.filter((_, i) => !matched.includes(i));
  return { tracks: [...updated, ...lost], sided: assignSides(seen, updated) };
}

function labelEvidence({ side, score }: HandDetection): number {
  const logOdds = clamp(Math.log(score / (1 - score)), LABEL_LIMIT);
  return side === 'right' ? logOdds : -logOdds;
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}

/** The detector now and then reports one hand twice; the better one stays. */
function withoutDuplicates(detections: readonly HandDetection[]): readonly HandDetection[] {
  const best = detections.toSorted((a, b) => b.score - a.score);
  return best.filter((detection, i) =>
    best
      .slice(0, i)
      .every((kept) => intersectionOverUnion(kept.box, detection.box) < SAME_HAND_OVERLAP),
  );
}

/** For each detection its track's index, or undefined: nearest pairs first. */
function matchTracks(
  tracks: readonly HandTrack[],
  detections: readonly HandDetection[],
): readonly (number | undefined)[] {
  const pairs = detections.flatMap((detection, d) =>
    tracks.map((track, t) => ({ d, t, cost: matchCost(track, detection) })),
  );
  const matched: (number | undefined)[] = detections.map(() => undefined);
  for (const { d, t, cost } of pairs.sort((a, b) => a.cost - b.cost)) {
    if (cost > REACH) break;
    if (matched[d] === undefined && !matched.includes(t)) matched[d] = t;
  }
  return matched;
}

function matchCost(track: HandTrack, { box, side }: HandDetection): number {
  const [ax, ay] = boxCentre(track.box);
  const [bx, by] = boxCentre(box);
  const size = Math.max(track.box.width, track.box.height, box.width, box.height);
  const contrary = track.evidence > 0 !== (side === 'right');
  return Math.hypot(ax - bx, ay - by) / size + (contrary ? WRONG_SIDE_COST : 0);
}

function assignSides(
  detections: readonly HandDetection[],
  tracks: readonly HandTrack[],
): SidedHands {
  const surest = (side: HandSide): number => {
    const sign = side === 'right' ? 1 : -1;
    const votes = tracks.map(({ evidence }) => sign * evidence);
    const best = Math.max(0, ...votes);
    return best > 0 ? votes.indexOf(best) : -1;
  };
  const chosen = { right: surest('right'), left: surest('left') };
  const hand = (side: HandSide): SidedHand | null => {
    const detection = detections[chosen[side]];
    const track = tracks[chosen[side]];
    if (!detection || !track) return null;
    return { detection, score: 1 / (1 + Math.exp(-Math.abs(track.evidence))) };
  };
  return {
    hands: { right: hand('right'), left: hand('left') },
    ignored: detections.filter((_, i) => HAND_SIDES.every((side) => chosen[side] !== i)),
  };
}
