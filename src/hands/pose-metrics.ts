import { HAND_SIDES } from './hand-side.ts';
import { JointErrorMeans } from './joint-error-means.ts';
import { JOINT_COUNT } from './joints.ts';
import { tellsHandType, type MetricConvention } from './metric-convention.ts';
import type { PoseSample } from './pose-sample.ts';

export interface PoseMetricsOptions {
  readonly convention: MetricConvention;
  /**
   * 'each': 42 joints, right ones first. 'either': 21 joints, whichever hand they belong to, as
   * the official evaluations of STB and RHD have it.
   */
  readonly joints: 'each' | 'either';
}

/** Values by the kind of sample. */
export interface BySplit<T> {
  readonly single: T;
  readonly interacting: T;
  readonly all: T;
}

/** What the samples amount to; null where no sample says anything. */
export interface PoseReport {
  readonly samples: BySplit<number>;
  /** Mean per-joint position error, mm. */
  readonly mpjpe: BySplit<number | null>;
  /** The same of each joint (42 or 21, public order). */
  readonly mpjpePerJoint: BySplit<readonly (number | null)[]>;
  /** Mean relative-root position error, mm: interacting hands with both wrists valid. */
  readonly mrrpe: number | null;
  /** Part of the samples whose hands were all told right, 0..1 (the paper's AP_h). */
  readonly aph: number | null;
  /** What a reader of the numbers must know, a sentence each. */
  readonly notes: readonly string[];
}

/** Gathers samples one by one; `report` may be asked at any time. */
export class PoseMetrics {
  readonly #options: PoseMetricsOptions;
  readonly #errors: PerSplit<JointErrorMeans>;
  readonly #samples = { single: 0, interacting: 0 };
  readonly #rootErrors = new JointErrorMeans(1);
  readonly #handednessHits = { right: 0, of: 0 };

  constructor(options: PoseMetricsOptions) {
    this.#options = options;
    const joints = options.joints === 'each' ? 2 * JOINT_COUNT : JOINT_COUNT;
    this.#errors = {
      single: new JointErrorMeans(joints),
      interacting: new JointErrorMeans(joints),
    };
  }

  add(sample: PoseSample): void {
    const split = sample.handType === 'interacting' ? 'interacting' : 'single';
    this.#samples[split] += 1;
    for (const [hand, side] of HAND_SIDES.entries()) {
      const first = this.#options.joints === 'each' ? hand * JOINT_COUNT : 0;
      for (const [joint, error] of sample.jointErrorsMm[side].entries()) {
        if (error !== null) this.#errors[split].add(first + joint, error);
      }
    }
    if (split === 'interacting' && sample.relativeRootErrorMm !== null) {
      this.#rootErrors.add(0, sample.relativeRootErrorMm);
    }
    if (sample.handTypeValid) {
      this.#handednessHits.of += 1;
      const right = tellsHandType(sample.handedness, sample.handType, this.#options.convention);
      if (right) this.#handednessHits.right += 1;
    }
  }

  report(): PoseReport {
    const { single, interacting } = this.#errors;
    const errors = { single, interacting, all: single.with(interacting) };
    const { right, of } = this.#handednessHits;
    const mpjpePerJoint = bySplit((split) => errors[split].perJoint());
    return {
      samples: { ...this.#samples, all: this.#samples.single + this.#samples.interacting },
      mpjpe: bySplit((split) =>
        this.#options.convention === 'official'
          ? errors[split].meanOfMeans()
          : errors[split].pooledMean(),
      ),
      mpjpePerJoint,
      mrrpe: this.#rootErrors.pooledMean(),
      aph: of > 0 ? right / of : null,
      notes: notesOn(mpjpePerJoint, this.#rootErrors.pooledMean(), of),
    };
  }
}

type PerSplit<T> = Omit<BySplit<T>, 'all'>;

function bySplit<T>(make: (split: keyof BySplit<T>) => T): BySplit<T> {
  return { single: make('single'), interacting: make('interacting'), all: make('all') };
}

function notesOn(
  perJoint: BySplit<readonly (number | null)[]>,
  mrrpe: number | null,
  handTypes: number,
): string[] {
  const splits = [
    ['single hands', perJoint.single],
    ['interacting hands', perJoint.interacting],
    ['all samples', perJoint.all],
  ] as const;
  const notes = splits.flatMap(([name, errors]) => {
    const known = errors.filter((error) => error !== null).length;
    if (known === 0) return [`MPJPE of ${name} is null: no sample has a valid joint`];
    if (known === errors.length) return [];
    return [
      `MPJPE of ${name} covers ${known} of ${errors.length} joints: the others are never valid`,
    ];
  });
  if (mrrpe === null) notes.push('MRRPE is null: no interacting hands with both wrists valid');
  if (handTypes === 0) notes.push('APh is null: no sample has a valid hand type');
  return notes;
}
