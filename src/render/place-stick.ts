import type { Sprite } from 'pixi.js';

/** Stretches a stick sprite (anchor 0, 0.5) from one point to another; all in stage px. */
export function placeStick(
  stick: Sprite,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  thickness: number,
): void {
  stick.position.set(x0, y0);
  stick.rotation = Math.atan2(y1 - y0, x1 - x0);
  stick.scale.set(
    Math.hypot(x1 - x0, y1 - y0) / stick.texture.width,
    thickness / stick.texture.height,
  );
}
