import type { SourceKind } from '../streams/frame-source.ts';
import { byId } from './by-id.ts';
import { ProgressLine } from './progress-line.ts';

const WAITING: Readonly<Record<SourceKind, string>> = {
  synthetic: 'Drawing synthetic hands…',
  camera: 'Waiting for the camera…',
  clip: 'Opening the video…',
  picture: 'Opening the picture…',
};

/** The veil over the stage while something loads, with a progress bar. */
export class StageLoad extends ProgressLine {
  constructor() {
    super(
      byId('stage-load', HTMLElement),
      byId('stage-load-label', HTMLElement),
      byId('stage-progress', HTMLElement),
    );
  }

  /** A source opens; nobody knows how long it takes. */
  waitFor(kind: SourceKind): void {
    this.show(WAITING[kind], null);
  }
}
