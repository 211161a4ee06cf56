import { choiceLabel, type SourceChoice } from './source-choice.ts';
import type { StageView } from './stage-view.ts';

/** The badge on the stage: what is shown, what synthetic hands are doing, and whether it is paused. */
export class SourceBadge {
  readonly #stage: StageView;
  #choice: SourceChoice | null = null;
  #paused = false;
  #scene = '';

  constructor(stage: StageView) {
    this.#stage = stage;
  }

  /** @param choice another one has no scene yet */
  show(choice: SourceChoice, paused: boolean): void {
    if (choice !== this.#choice) this.#scene = '';
    this.#choice = choice;
    this.#paused = paused;
    this.#draw();
  }

  /** @param scene what the synthetic hands are doing */
  showScene(scene: string): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    this.#draw();
  }

  #draw(): void {
    if (!this.#choice) return;
    const { kind } = this.#choice;
    const paused = kind === 'camera' ? 'paused, camera is off' : 'paused';
    const parts = [choiceLabel(this.#choice), this.#scene, this.#paused ? paused : ''];
    this.#stage.showBadge(kind, parts.filter(Boolean).join(' · '));
  }
}
