import type { Overlay } from '../render/overlay.ts';
import { PictureCanvas } from '../render/picture-canvas.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { byId } from './by-id.ts';
import type { Notices } from './notices.ts';
import type { SettingsCard } from './settings-card.ts';
import { setText } from './set-text.ts';

/** The stage: the picture, the overlay on it once that is open, and the words at its edges. */
export class StageView {
  readonly #stage = byId('stage', HTMLElement);
  readonly #badge = byId('source-badge', HTMLElement);
  readonly #ignored = byId('ignored', HTMLElement);
  readonly #legend = byId('compare-legend', HTMLElement);
  readonly #network = byId('compare-network', HTMLElement);
  readonly #picture = new PictureCanvas(byId('picture', HTMLCanvasElement));
  #overlay: Overlay | null = null;
  #aspect = '';

  /** Loads Pixi. Where the browser gives no WebGL it says so, and the picture is shown all the same. */
  async openOverlay(notices: Notices): Promise<void> {
    try {
      const { Overlay } = await import('../render/overlay.ts');
      this.#overlay = await Overlay.open(
        byId('overlay', HTMLElement),
        byId('gauge-label', HTMLElement),
      );
    } catch (error) {
      console.error(error);
      notices.show({
        what: 'The hands cannot be drawn over the picture: this browser gives no WebGL.',
        todo: 'Switch hardware acceleration on, or use another browser; the numbers still work.',
      });
    }
  }

  /** @param networkName what the legend calls the network, where two estimators are compared */
  draw(live: LivePoseFrame, networkName: string): void {
    const { displayWidth, displayHeight } = live.frame.image;
    const aspect = `${displayWidth} / ${displayHeight}`;
    if (aspect !== this.#aspect) {
      this.#aspect = aspect;
      this.#stage.style.setProperty('--aspect', aspect);
    }
    this.#picture.draw(live.frame.image);
    this.#overlay?.draw(live);
    setText(this.#ignored, ignoredText(live));
    setText(this.#network, networkName);
  }

  setView({ mirrored, boxes, raw, compare }: SettingsCard): void {
    this.#picture.mirrored = mirrored;
    this.#legend.hidden = !compare;
    this.#overlay?.setView({ mirrored, boxes, raw, compare });
  }

  showBadge(kind: string, text: string): void {
    this.#badge.dataset['kind'] = kind;
    setText(this.#badge, text);
  }

  /** Another source begins: nothing of the last one stays. */
  clear(): void {
    this.#picture.clear();
    this.#overlay?.clear();
    setText(this.#ignored, '');
  }
}

/** One person has one hand of each side; a further one is seen and left out. */
function ignoredText({ ignored }: LivePoseFrame): string {
  const [first] = ignored;
  return first ? `A second ${first.side} hand is ignored` : '';
}
