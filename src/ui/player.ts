import { catchError, defer, EMPTY, from, type Observable, Subject, switchMap, tap } from 'rxjs';
import { DEFAULT_SMOOTHING } from '../hands/smoothing.ts';
import { cameraSource } from '../streams/camera.ts';
import { clipSource } from '../streams/clip.ts';
import type { FrameSource } from '../streams/frame-source.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import type { PoseEstimator } from '../streams/pose-estimator.ts';
import { pictureSource } from '../streams/picture.ts';
import { createHandPipeline } from '../streams/pipeline.ts';
import { Playback } from '../streams/playback.ts';
import type { RecordingFile } from '../streams/recording-file.ts';
import type { ReplaySmoothing } from '../streams/replay-shown.ts';
import { syntheticSource } from '../streams/synthetic.ts';
import type { DetectorLoader } from './detector-loader.ts';
import { replayFrames } from './replay-frames.ts';
import { detectorModeOf, isSeekable, type ReplayChoice, type SourceChoice } from './source-choice.ts';
import type { Played } from './transport.ts';

/** What the pipeline is built with, besides its source. */
export interface PlayerSettings {
  readonly smoothing: boolean;
  readonly horizontalFovDegrees: number | null;
}

/** What a replay is shown with, and who is told of it. */
export interface ReplaySettings {
  readonly smoothing: ReplaySmoothing;
  show(recording: RecordingFile): void;
}

export interface PlayerEvents {
  readonly onFrameFailed: (error: unknown) => void;
  /** The source ended with an error; another choice starts afresh. */
  readonly onFailed: (choice: SourceChoice, error: unknown) => void;
  /** First and last time of a clip or recording, ms by its own clock. */
  readonly onSpan: (span: { readonly startMs: number; readonly endMs: number }) => void;
  /** How much of a recording was read, 0..1. */
  readonly onProgress: (fraction: number) => void;
}

/** Whose hands are found here and now. */
type SeenChoice = Exclude<SourceChoice, ReplayChoice>;

/** No two frames of a file are nearer to each other. */
const JUST_BEFORE_MS = 0.5;

/**
 * Plays one choice at a time through the pipeline. Choosing again unsubscribes the last one, which
 * closes its camera or file. A paused clip or replay waits where it is; anything else that is paused
 * is closed.
 */
export class Player implements Played {
  readonly #detectors: DetectorLoader;
  readonly #estimator: PoseEstimator;
  readonly #settings: () => PlayerSettings;
  readonly #replay: ReplaySettings;
  readonly #events: PlayerEvents;
  readonly #runs = new Subject<SourceChoice | null>();
  #playback = new Playback();
  #choice: SourceChoice | null = null;
  #paused = false;
  #speed = 1;
  #lastMs = 0;

  constructor(
    detectors: DetectorLoader,
    estimator: PoseEstimator,
    settings: () => PlayerSettings,
    replay: ReplaySettings,
    events: PlayerEvents,
  ) {
    this.#detectors = detectors;
    this.#estimator = estimator;
    this.#settings = settings;
    this.#replay = replay;
    this.#events = events;
  }

  /** The PoseFrames of whatever is played; subscribe once. */
  readonly frames: Observable<LivePoseFrame> = this.#runs.pipe(
    switchMap((choice) => (choice ? this.#run(choice) : EMPTY)),
  );

  /** Each choice whose source is opened now, also again; null: what was open is closed. */
  readonly runs: Observable<SourceChoice | null> = this.#runs.asObservable();

  get choice(): SourceChoice | null {
    return this.#choice;
  }

  get paused(): boolean {
    return this.#paused;
  }

  play(choice: SourceChoice): void {
    this.#choice = choice;
    this.#paused = false;
    this.#playback = this.#newPlayback();
    this.#runs.next(choice);
  }

  /** Settings and estimator are read with every frame; where none will come, the last one is run again. */
  settingsChanged(): void {
    if (!this.#choice) return;
    if (this.#choice.kind === 'picture') this.#runs.next(this.#choice);
    if (isSeekable(this.#choice) && this.#paused) this.#playback.seek(this.#lastMs);
  }

  /** Runs what plays anew after its stream ended; what has a position goes on there. */
  restart(): void {
    if (!this.#choice || (this.#paused && !isSeekable(this.#choice))) return;
    this.#playback = this.#newPlayback();
    this.#playback.paused = this.#paused;
    this.#playback.seek(this.#lastMs);
    this.#runs.next(this.#choice);
  }

  togglePause(): void {
    if (!this.#choice || this.#choice.kind === 'picture') return;
    this.#paused = !this.#paused;
    if (isSeekable(this.#choice)) this.#playback.paused = this.#paused;
    else this.#runs.next(this.#paused ? null : this.#choice);
  }

  seek(timeMs: number): void {
    this.#playback.seek(timeMs);
  }

  step(by: 1 | -1): void {
    if (by > 0) this.#playback.step();
    // What stands just before this frame is the one before.
    else this.#playback.seek(this.#lastMs - JUST_BEFORE_MS);
  }

  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
    this.#playback.speed = speed;
  }

  #newPlayback(): Playback {
    const playback = new Playback();
    playback.speed = this.#speed;
    return playback;
  }

  #run(choice: SourceChoice): Observable<LivePoseFrame> {
    const frames = choice.kind === 'replay' ? this.#replayed(choice) : this.#seen(choice);
    return frames.pipe(
      tap(({ time }) => (this.#lastMs = time)),
      catchError((error: unknown) => {
        this.#events.onFailed(choice, error);
        return EMPTY;
      }),
    );
  }

  #replayed(choice: ReplayChoice): Observable<LivePoseFrame> {
    const { onFrameFailed, onProgress, onSpan } = this.#events;
    return replayFrames(choice, {
      playback: this.#playback,
      smoothing: () => this.#replay.smoothing,
      clock: performance,
      onFrameFailed,
      onProgress,
      onOpen: (recording) => {
        onSpan(recording);
        this.#replay.show(recording);
      },
    });
  }

  #seen(choice: SeenChoice): Observable<LivePoseFrame> {
    return defer(() => from(this.#detectors.get(detectorModeOf(choice)))).pipe(
      switchMap((detector) =>
        createHandPipeline({
          source: this.#sourceOf(choice),
          detector,
          estimator: this.#estimator,
          raw: true,
          clock: performance,
          onFrameFailed: this.#events.onFrameFailed,
          smoothing: () => (this.#settings().smoothing ? DEFAULT_SMOOTHING : 'off'),
          camera: () => ({
            horizontalFovDegrees: this.#settings().horizontalFovDegrees ?? undefined,
          }),
        }),
      ),
    );
  }

  #sourceOf(choice: SeenChoice): FrameSource {
    switch (choice.kind) {
      case 'synthetic':
        return syntheticSource({ scene: choice.scene });
      case 'camera':
        return cameraSource(choice.options);
      case 'clip': {
        const onDuration = (endMs: number) => this.#events.onSpan({ startMs: 0, endMs });
        return clipSource(choice.file, { loop: true, playback: this.#playback, onDuration });
      }
      case 'picture':
        return pictureSource(choice.file);
      default:
        return choice satisfies never;
    }
  }
}
