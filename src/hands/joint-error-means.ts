/** Errors of one kind of samples, gathered by joint; every mean is null until there is one. */
export class JointErrorMeans {
  readonly #sums: Float64Array;
  readonly #counts: Float64Array;

  constructor(joints: number) {
    this.#sums = new Float64Array(joints);
    this.#counts = new Float64Array(joints);
  }

  add(joint: number, errorMm: number): void {
    this.#sums[joint]! += errorMm;
    this.#counts[joint]! += 1;
  }

  /** All errors of both together. */
  with(other: JointErrorMeans): JointErrorMeans {
    const union = new JointErrorMeans(this.#sums.length);
    union.#sums.set(this.#sums.map((sum, joint) => sum + other.#sums[joint]!));
    union.#counts.set(this.#counts.map((count, joint) => count + other.#counts[joint]!));
    return union;
  }

  /** Mean of each joint, mm. */
  perJoint(): (number | null)[] {
    return Array.from(this.#sums, (sum, joint) => mean(sum, this.#counts[joint]!));
  }

  /** Mean of the joints' means: each joint weighs the same, however often it was valid. */
  meanOfMeans(): number | null {
    const means = this.perJoint().filter((error) => error !== null);
    return mean(total(means), means.length);
  }

  /** Mean over all errors: each weighs the same. */
  pooledMean(): number | null {
    return mean(total(this.#sums), total(this.#counts));
  }
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function mean(sum: number, count: number): number | null {
  return count > 0 ? sum / count : null;
}
