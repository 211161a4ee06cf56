import { catchError, defer, EMPTY, from, type Observable, Subject, switchMap } from 'rxjs';
import { DEFAULT_SMOOTHING } from '../hands/smoothing.ts';
import { cameraSource } from '../streams/camera.ts';
import { clipSource } from '../streams/clip.ts';
import type { FrameSource } from '../streams/frame-source.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import type { PoseEstimator } from '../streams/pose-estimator.ts';
import { pictureSource } from '../streams/picture.ts';
import { createHandPipeline } from '../streams/pipeline.ts';
import { Playback } from '../streams/playback.ts';
import { syntheticSource } from '../streams/synthetic.ts';
import type { DetectorLoader } from './detector-loader.ts';
import { detectorModeOf, type SourceChoice } from './source-choice.ts';

/** What the pipeline is built with, besides its source. */
export interface PlayerSettings {
  readonly smoothing: boolean;
  readonly horizontalFovDegrees: number | null;
}

export interface PlayerEvents {
  readonly onFrameFailed: (error: unknown) => void;
  /** The source ended with an error; another choice starts afresh. */
  readonly onFailed: (choice: SourceChoice, error: unknown) => void;
  readonly onDuration: (durationMs: number) => void;
}

/**
 * Plays one choice at a time through the pipeline. Choosing again unsubscribes the last one, which
 * closes its camera or file. A paused clip waits where it is; anything else that is paused is closed.
 */
export class Player {
  readonly #detectors: DetectorLoader;
  readonly #estimator: PoseEstimator;
  readonly #settings: () => PlayerSettings;
  readonly #events: PlayerEvents;
  readonly #runs = new Subject<SourceChoice | null>();
  #playback = new Playback();
  #choice: SourceChoice | null = null;
  #paused = false;

  constructor(
    detectors: DetectorLoader,
    estimator: PoseEstimator,
    settings: () => PlayerSettings,
    events: PlayerEvents,
  ) {
    this.#detectors = detectors;
    this.#estimator = estimator;
    this.#settings = settings;
    this.#events = events;
  }

  /** The PoseFrames of whatever is played; subscribe once. */
  readonly frames: Observable<LivePoseFrame> = this.#runs.pipe(
    switchMap((choice) => (choice ? this.#run(choice) : EMPTY)),
  );

  get choice(): SourceChoice | null {
    return this.#choice;
  }

  get paused(): boolean {
    return this.#paused;
  }

  play(choice: SourceChoice): void {
    this.#choice = choice;
    this.#paused = false;
    this.#playback = new Playback();
    this.#runs.next(choice);
  }

  /**
   * Settings and estimator are read with every frame; where none will come, the last one is run again.
   * @param lastMs its time
   */
  settingsChanged(lastMs: number): void {
    if (this.#choice?.kind === 'picture') this.#runs.next(this.#choice);
    if (this.#choice?.kind === 'clip' && this.#paused) this.#playback.seek(lastMs);
  }

  /**
   * Runs what plays anew after its stream ended; a clip goes on where it is.
   * @param lastMs time of its last frame
   */
  restart(lastMs: number): void {
    if (!this.#choice || (this.#paused && this.#choice.kind !== 'clip')) return;
    this.#playback = new Playback();
    this.#playback.paused = this.#paused;
    this.#playback.seek(lastMs);
    this.#runs.next(this.#choice);
  }

  togglePause(): void {
    if (!this.#choice || this.#choice.kind === 'picture') return;
    this.#paused = !this.#paused;
    if (this.#choice.kind === 'clip') this.#playback.paused = this.#paused;
    else this.#runs.next(this.#paused ? null : this.#choice);
  }

  seek(timeMs: number): void {
    this.#playback.seek(timeMs);
  }

  #run(choice: SourceChoice): Observable<LivePoseFrame> {
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
      catchError((error: unknown) => {
        this.#events.onFailed(choice, error);
        return EMPTY;
      }),
    );
  }

  #sourceOf(choice: SourceChoice): FrameSource {
    switch (choice.kind) {
      case 'synthetic':
        return syntheticSource({ scene: choice.scene });
      case 'camera':
        return cameraSource(choice.options);
      case 'clip': {
        const { onDuration } = this.#events;
        return clipSource(choice.file, { loop: true, playback: this.#playback, onDuration });
      }
      case 'picture':
        return pictureSource(choice.file);
      default:
        return choice satisfies never;
    }
  }
}
