import { listCameras } from '../streams/camera.ts';
import { byId } from './by-id.ts';
import { setText } from './set-text.ts';
import { type SourceChoice, SYNTHETIC_SCENES } from './source-choice.ts';
import { Tabs } from './tabs.ts';

const TAB_OF = {
  synthetic: 'tab-synthetic',
  camera: 'tab-camera',
  clip: 'tab-file',
  picture: 'tab-file',
  replay: 'tab-file',
};

/** The source tabs with what each asks, and the camera button; tells what the user chose. */
export class SourceBar {
  readonly #scene = byId('scene', HTMLSelectElement);
  readonly #device = byId('camera-device', HTMLSelectElement);
  readonly #size = byId('camera-size', HTMLSelectElement);
  readonly #rate = byId('camera-rate', HTMLSelectElement);
  readonly #file = byId('file', HTMLInputElement);
  readonly #cameraLabel = byId('use-camera-label', HTMLElement);
  readonly #tabs: Tabs;
  readonly #choose: (choice: SourceChoice) => void;
  #cameraOn = false;

  constructor(
    choose: (choice: SourceChoice) => void,
    playFiles: (files: readonly [File, ...File[]]) => void,
  ) {
    this.#choose = choose;
    this.#tabs = new Tabs(byId('source-tabs', HTMLElement), (tab) => {
      if (tab === TAB_OF.synthetic) this.useSynthetic();
    });
    this.#scene.addEventListener('change', () => this.useSynthetic());
    for (const wish of [this.#device, this.#size, this.#rate]) {
      wish.addEventListener('change', () => this.#cameraOn && this.useCamera());
    }
    byId('use-camera', HTMLButtonElement).addEventListener('click', () => this.toggleCamera());
    byId('choose-file', HTMLButtonElement).addEventListener('click', () => this.openFile());
    this.#file.addEventListener('change', () => {
      const [file, ...more] = this.#file.files ?? [];
      if (file) playFiles([file, ...more]);
      // The same file may be chosen again.
      this.#file.value = '';
    });
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.refreshCameras());
  }

  useSynthetic(): void {
    const scene = SYNTHETIC_SCENES.find((name) => name === this.#scene.value) ?? 'tour';
    this.#choose({ kind: 'synthetic', scene });
  }

  useCamera(): void {
    const [width, height] = this.#size.value.split('x').map(Number);
    const deviceId = this.#device.value;
    this.#choose({
      kind: 'camera',
      label: deviceId ? (this.#device.selectedOptions[0]?.text ?? '') : '',
      options: {
        frameRate: Number(this.#rate.value),
        ...(width && height ? { width, height } : {}),
        ...(deviceId ? { deviceId } : {}),
      },
    });
  }

  /** The button's press: on, or back to the synthetic hands, which switches the camera off. */
  toggleCamera(): void {
    if (this.#cameraOn) this.useSynthetic();
    else this.useCamera();
  }

  openFile(): void {
    this.#tabs.select(TAB_OF.clip);
    this.#file.click();
  }

  /** Shows which source is on. */
  show(choice: SourceChoice): void {
    this.#tabs.select(TAB_OF[choice.kind]);
    this.#cameraOn = choice.kind === 'camera';
    setText(this.#cameraLabel, this.#cameraOn ? 'Turn camera off' : 'Use my camera');
  }

  /** Reads the list of cameras again; their names are known once one was allowed. */
  async refreshCameras(): Promise<void> {
    const cameras = await listCameras().catch(() => []);
    const chosen = this.#device.value;
    const known = cameras.filter(({ deviceId }) => deviceId !== '');
    this.#device.replaceChildren(
      new Option('Default camera', ''),
      ...known.map(({ deviceId, label }, at) => new Option(label || `Camera ${at + 1}`, deviceId)),
    );
    if (known.some(({ deviceId }) => deviceId === chosen)) this.#device.value = chosen;
  }
}
