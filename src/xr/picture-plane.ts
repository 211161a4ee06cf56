import { Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace, VideoFrameTexture } from 'three';
import { backProject, type CameraIntrinsics } from '../hands/camera-intrinsics.ts';

/**
 * The camera's picture as a plane before the viewer, as large as the camera saw it; whatever else is
 * drawn lies over it. It owns its texture and the one picture that waits for the GPU: dispose it.
 */
export class PicturePlane implements Disposable {
  /** In metres and WebXR's axes (x right, y up, z back), seen from the camera. */
  readonly mesh = new Mesh(
    new PlaneGeometry(1, 1),
    new MeshBasicMaterial({ toneMapped: false, depthTest: false, depthWrite: false }),
  );
  #texture: VideoFrameTexture | null = null;
  /** Not yet on the GPU. */
  #waiting: VideoFrame | null = null;

  constructor() {
    this.mesh.visible = false;
    this.mesh.renderOrder = -1;
  }

  /**
   * @param image lent: a clone of it is shown
   * @param distanceMm of the plane
   */
  show(image: VideoFrame, camera: CameraIntrinsics, distanceMm: number): void {
    const { displayWidth, displayHeight } = image;
    const [left, top, z] = backProject([0, 0], distanceMm / 1000, camera);
    const [right, bottom] = backProject([displayWidth, displayHeight], distanceMm / 1000, camera);
    this.mesh.position.set((left + right) / 2, -(top + bottom) / 2, -z);
    this.mesh.scale.set(right - left, bottom - top, 1);
    this.mesh.visible = true;
    this.#upload(image.clone());
  }

  #upload(image: VideoFrame): void {
    this.#waiting?.close();
    this.#waiting = image;
    this.#texture ??= this.#makeTexture();
    this.#texture.setFrame(image);
  }

  #makeTexture(): VideoFrameTexture {
    const texture = new VideoFrameTexture();
    texture.colorSpace = SRGBColorSpace;
    texture.onUpdate = () => {
      this.#waiting?.close();
      this.#waiting = null;
    };
    this.mesh.material.map = texture;
    this.mesh.material.needsUpdate = true;
    return texture;
  }

  [Symbol.dispose](): void {
    this.#waiting?.close();
    this.#waiting = null;
    this.#texture?.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
