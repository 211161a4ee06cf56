import {
  Color,
  DirectionalLight,
  GridHelper,
  Group,
  HemisphereLight,
  PerspectiveCamera,
  Scene,
  Spherical,
  Vector3,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import { HAND_SIDES, perHand } from '../hands/hand-side.ts';
import type { PoseFrame } from '../hands/pose-frame.ts';
import { HAND_TONES } from './hand-colours.ts';
import { HandMesh, toWorld } from './hand-mesh.ts';

const GRID_CELL_MM = 50;
const GRID_CELLS = 24;
/** How far below the hands the floor lies, mm. */
const FLOOR_DROP_MM = 160;
/** Share of the way to the hands the view moves in a frame, so that it follows without jitter. */
const FOLLOW = 0.08;
/** Where the view starts: from the camera's side, a little above and to the right, mm. */
const START = new Vector3(205, 225, 640);
const KEY_TURN = Math.PI / 24;
const KEY_ZOOM = 1.12;

/** Colours that follow the page's theme, 0xRRGGBB. */
export interface HandsViewColours {
  readonly grid: number;
  readonly axis: number;
}

/**
 * Both hands in camera space (mm, y up) to be turned by dragging, by arrow keys and + - Home.
 * It renders only when told to or when turned. It owns its canvas and GPU context: dispose it.
 */
export class HandsView implements Disposable {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(40, 1, 10, 6000);
  readonly #controls: OrbitControls;
  readonly #world = new Group();
  readonly #hands = perHand((side) => new HandMesh(HAND_TONES[side].mid));
  readonly #resized: ResizeObserver;
  readonly #container: HTMLElement;
  readonly #focus = new Vector3();
  readonly #point = new Vector3();
  #grid: GridHelper;
  #placed = false;

  /**
   * @param container its canvas fills it and follows its size
   * @param antialias costs much where WebGL is done in software
   */
  constructor(container: HTMLElement, colours: HandsViewColours, antialias: boolean) {
    this.#container = container;
    this.#renderer = new WebGLRenderer({ alpha: true, antialias });
    this.#renderer.setPixelRatio(Math.min(1.5, window.devicePixelRatio || 1));
    const canvas = this.#renderer.domElement;
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute(
      'aria-label',
      'Both hands in 3D. Arrow keys turn, plus and minus zoom, Home resets.',
    );
    canvas.addEventListener('keydown', this.#onKey);
    container.append(canvas);

    const sun = new DirectionalLight(0xffffff, 2);
    sun.position.set(200, 500, 300);
    this.#grid = makeGrid(colours);
    this.#world.add(...HAND_SIDES.map((side) => this.#hands[side].group));
    this.#scene.add(new HemisphereLight(0xffffff, 0x8090a8, 2), sun, this.#world, this.#grid);

    this.#controls = new OrbitControls(this.#camera, canvas);
    this.#controls.enablePan = false;
    this.#controls.minDistance = 150;
    this.#controls.maxDistance = 2500;
    this.#controls.addEventListener('change', this.render);
    this.resetView();
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(container);
    this.#resize();
  }

  /** Shows one frame's hands; `mirrored` turns the view round as the picture is. */
  draw({ hands }: PoseFrame, mirrored: boolean): void {
    this.#world.scale.x = mirrored ? -1 : 1;
    let count = 0;
    this.#focus.set(0, 0, 0);
    for (const side of HAND_SIDES) {
      const joints = hands[side]?.joints3d ?? null;
      this.#hands[side].place(joints);
      if (!joints) continue;
      // The middle finger's first knuckle: the middle of the hand.
      this.#focus.add(toWorld(joints[9]!, this.#point));
      count++;
    }
    if (count > 0)
      this.#follow(this.#focus.divideScalar(count).setX(this.#focus.x * this.#world.scale.x));
    this.render();
  }

  setColours(colours: HandsViewColours): void {
    const position = this.#grid.position;
    this.#grid.dispose();
    this.#scene.remove(this.#grid);
    this.#grid = makeGrid(colours);
    this.#grid.position.copy(position);
    this.#scene.add(this.#grid);
    this.render();
  }

  /** Back to the first view of the hands. */
  resetView(): void {
    this.#camera.position.copy(this.#controls.target).add(START);
    this.#controls.update();
    this.render();
  }

  readonly render = (): void => this.#renderer.render(this.#scene, this.#camera);

  #follow(focus: Vector3): void {
    const { target } = this.#controls;
    const step = this.#placed ? FOLLOW : 1;
    this.#placed = true;
    this.#point.subVectors(focus, target).multiplyScalar(step);
    target.add(this.#point);
    this.#camera.position.add(this.#point);
    // Whole cells, so that the floor seems to stay while the view moves over it.
    this.#grid.position.set(
      Math.round(target.x / GRID_CELL_MM) * GRID_CELL_MM,
      target.y - FLOOR_DROP_MM,
      Math.round(target.z / GRID_CELL_MM) * GRID_CELL_MM,
    );
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const offset = this.#point.subVectors(this.#camera.position, this.#controls.target);
    const place = new Spherical().setFromVector3(offset);
    if (event.key === 'ArrowLeft') place.theta -= KEY_TURN;
    else if (event.key === 'ArrowRight') place.theta += KEY_TURN;
    else if (event.key === 'ArrowUp') place.phi -= KEY_TURN;
    else if (event.key === 'ArrowDown') place.phi += KEY_TURN;
    else if (event.key === '+' || event.key === '=') place.radius /= KEY_ZOOM;
    else if (event.key === '-') place.radius *= KEY_ZOOM;
    else if (event.key === 'Home') {
      event.preventDefault();
      return this.resetView();
    } else return;
    event.preventDefault();
    place.makeSafe();
    this.#camera.position.copy(this.#controls.target).add(offset.setFromSpherical(place));
    this.#controls.update();
  };

  #resize(): void {
    const { clientWidth, clientHeight } = this.#container;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.#renderer.setSize(clientWidth, clientHeight, false);
    this.#camera.aspect = clientWidth / clientHeight;
    this.#camera.updateProjectionMatrix();
    this.render();
  }

  [Symbol.dispose](): void {
    this.#resized.disconnect();
    this.#controls.dispose();
    this.#grid.dispose();
    for (const side of HAND_SIDES) this.#hands[side][Symbol.dispose]();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
    this.#renderer.domElement.remove();
  }
}

function makeGrid({ grid, axis }: HandsViewColours): GridHelper {
  return new GridHelper(GRID_CELL_MM * GRID_CELLS, GRID_CELLS, new Color(axis), new Color(grid));
}
