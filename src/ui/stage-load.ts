import { byId } from './by-id.ts';
import { ProgressLine } from './progress-line.ts';
import type { ChoiceKind } from './source-choice.ts';

const WAITING: Readonly<Record<ChoiceKind, string>> = {
  synthetic: 'Drawing synthetic hands…',
  camera: 'Waiting for the camera…',
  clip: 'Opening the video…',
  picture: 'Opening the picture…',
  replay: 'Opening the recording…',
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

  /** A source opens. @param fraction how far that is, 0..1, where somebody knows */
  waitFor(kind: ChoiceKind, fraction: number | null = null): void {
    this.show(WAITING[kind], fraction);
  }
}
