import { catchError, EMPTY, type Observable, Subject, switchMap, tap } from 'rxjs';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { Playback } from '../streams/playback.ts';
import type { PoseEstimator } from '../streams/pose-estimator.ts';
import type { RecordingFile } from '../streams/recording-file.ts';
import type { ReplaySmoothing } from '../streams/replay-shown.ts';
import type { DetectorLoader } from './detector-loader.ts';
import { replayFrames } from './replay-frames.ts';
import { seenFrames, type PlayerSettings } from './seen-frames.ts';
import { isSeekable, type SourceChoice } from './source-choice.ts';
import type { Played } from './transport.ts';

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

  /** As settingsChanged; but a recording's hands were found long ago. */
  estimatorChanged(): void {
    if (this.#choice?.kind !== 'replay') this.settingsChanged();
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
    // What runs it again before this frame was shown means this one, too.
    this.#lastMs = timeMs;
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
    return this.#framesOf(choice).pipe(
      tap(({ time }) => (this.#lastMs = time)),
      catchError((error: unknown) => {
        this.#events.onFailed(choice, error);
        return EMPTY;
      }),
    );
  }

  #framesOf(choice: SourceChoice): Observable<LivePoseFrame> {
    const { onFrameFailed, onProgress, onSpan } = this.#events;
    const context = { playback: this.#playback, clock: performance, onFrameFailed };
    if (choice.kind === 'replay') {
      const onOpen = (recording: RecordingFile) => {
        onSpan(recording);
        this.#replay.show(recording);
      };
      const smoothing = () => this.#replay.smoothing;
      return replayFrames(choice, { ...context, smoothing, onProgress, onOpen });
    }
    return seenFrames(choice, {
      ...context,
      detectors: this.#detectors,
      estimator: this.#estimator,
      settings: this.#settings,
      onDuration: (endMs) => onSpan({ startMs: 0, endMs }),
    });
  }
}
