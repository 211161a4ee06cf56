import { createHandPipeline, describeError, type HandJoints, type PerHand } from 'handstream';
import { EXPORT_FORMATS, poseStreamLines } from 'handstream/recording';
import { syntheticSource } from 'handstream/synthetic';
import { WebcamSession } from 'handstream/xr';
import { share } from 'rxjs';

/** What the test looks at. */
interface Outcome {
  readonly frames: readonly {
    readonly hands: PerHand<HandJoints | null>;
    readonly truth: PerHand<HandJoints | null> | undefined;
    /** Whether the network saw a hand, too. */
    readonly internet: boolean;
    /** Hands as WebXR has them. */
    readonly inputSources: number;
  }[];
  readonly lines: readonly string[];
  readonly formats: readonly string[];
  readonly progress: readonly number[];
  readonly problem: string | null;
}

declare global {
  interface Window {
    outcome?: Outcome;
  }
}

const frames: Outcome['frames'][number][] = [];
const lines: string[] = [];
const progress: number[] = [];
const session = new WebcamSession();
const finish = (problem: string | null) => {
  const formats = EXPORT_FORMATS.map(({ id }) => id);
  window.outcome = { frames, lines, formats, progress, problem };
};

const source = syntheticSource({ scene: 'apart', pace: 'every-frame', frameCount: 20 });
const poseFrames = createHandPipeline({
  source,
  onProgress: (fraction) => progress.push(fraction),
}).pipe(share());

const estimator = { id: 'auto', sha256: null, backend: 'wasm' } as const;
const createdAt = new Date();
poseFrames
  .pipe(poseStreamLines({ source, estimator, smoothing: 'off', raw: false, createdAt }))
  .subscribe({ next: (line) => lines.push(line), error: () => {} });
poseFrames.subscribe({
  next(live) {
    session.update(live);
    const { compared, frame, hands } = live;
    frames.push({
      hands,
      truth: frame.truth?.hands,
      internet: Boolean(compared?.internet.right ?? compared?.internet.left),
      inputSources: session.inputSources.length,
    });
  },
  error: (error: unknown) => finish(describeError(error).what),
  complete: () => finish(null),
});
