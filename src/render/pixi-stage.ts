import { Application, type Container } from 'pixi.js';
import type { Size } from './stage-fit.ts';

/** More device pixels than this per CSS px cost much and show nothing. */
const MAX_RESOLUTION = 2;

/**
 * A transparent WebGL canvas of Pixi's that fills an element and follows its size. It renders when it
 * is told to, on no ticker. It owns its canvas and GPU context: dispose it.
 */
export class PixiStage implements Disposable {
  readonly #app: Application;
  readonly #place: HTMLElement;
  readonly #resized: ResizeObserver;
  #size: Size;
  /** Called when the size has changed. */
  onResize: () => void = () => {};

  private constructor(app: Application, place: HTMLElement) {
    this.#app = app;
    this.#place = place;
    this.#size = sizeOf(place);
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(place);
  }

  /**
   * @param place the canvas is appended to it
   * @throws where the browser gives no WebGL
   */
  static async open(place: HTMLElement): Promise<PixiStage> {
    const app = new Application();
    await app.init({
      ...sizeOf(place),
      preference: 'webgl',
      backgroundAlpha: 0,
      antialias: false,
      autoDensity: true,
      resolution: resolution(),
      autoStart: false,
      sharedTicker: false,
      // Sprites only: no event, accessibility, text or filter systems.
      skipExtensionImports: true,
    });
    app.canvas.setAttribute('aria-hidden', 'true');
    place.append(app.canvas);
    return new PixiStage(app, place);
  }

  /** What is drawn: whatever is added to it. */
  get root(): Container {
    return this.#app.stage;
  }

  /** CSS px. */
  get size(): Size {
    return this.#size;
  }

  render(): void {
    this.#app.render();
  }

  #resize(): void {
    this.#size = sizeOf(this.#place);
    this.#app.renderer.resize(this.#size.width, this.#size.height, resolution());
    this.onResize();
  }

  [Symbol.dispose](): void {
    this.#resized.disconnect();
    this.#app.destroy({ removeView: true }, { children: true });
  }
}

function sizeOf(place: HTMLElement): Size {
  return { width: Math.max(1, place.clientWidth), height: Math.max(1, place.clientHeight) };
}

function resolution(): number {
  return Math.min(MAX_RESOLUTION, window.devicePixelRatio || 1);
}
