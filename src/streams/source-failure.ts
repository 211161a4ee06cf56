import type { PoseStreamProblem } from '../recording/pose-stream-problem.ts';

/** Everything that is expected to go wrong with a source; the page says each in a sentence. */
export type SourceProblem =
  | { readonly type: 'camera-permission-denied' }
  | { readonly type: 'no-camera' }
  | { readonly type: 'camera-in-use' }
  | { readonly type: 'camera-unplugged' }
  | { readonly type: 'camera-constraints'; readonly width: number; readonly height: number }
  | { readonly type: 'camera-unsupported' }
  | { readonly type: 'not-a-video'; readonly name: string }
  | { readonly type: 'no-video-track'; readonly name: string }
  | { readonly type: 'unsupported-codec'; readonly name: string; readonly codec: string }
  | { readonly type: 'webcodecs-unsupported' }
  | {
      readonly type: 'clip-broken';
      readonly name: string;
      readonly framesRead: number;
      readonly reason: string;
    }
  | { readonly type: 'not-a-picture'; readonly name: string }
  | { readonly type: 'synthetic-unavailable'; readonly reason: string }
  | {
      readonly type: 'bad-recording';
      readonly name: string;
      readonly problem: PoseStreamProblem;
    }
  | { readonly type: 'recording-unreadable'; readonly name: string; readonly reason: string };

/** The error of a FrameSource's `frames`: an expected problem, carried as data. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  readonly problem: SourceProblem;

  constructor(problem: SourceProblem) {
    super(problem.type);
    this.problem = problem;
  }
}
