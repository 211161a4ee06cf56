/** Width and height in one unit. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a source frame lies on the stage: whole, centred, letterboxed, maybe mirrored. */
export interface StageFit {
  /** Stage px (CSS) for one px of the source frame. */
  readonly scale: number;
  /** Left edge of the picture on the stage, CSS px. */
  readonly left: number;
  /** Top edge of the picture on the stage, CSS px. */
  readonly top: number;
  /** Width of the source frame, px. */
  readonly frameWidth: number;
  /** Only the view is mirrored; the data never is. */
  readonly mirrored: boolean;
}

/** The largest centred fit of `frame` (source px) into `stage` (CSS px). */
export function fitFrame(frame: Size, stage: Size, mirrored: boolean): StageFit {
  const scale = Math.min(stage.width / frame.width, stage.height / frame.height);
  return {
    scale,
    left: (stage.width - frame.width * scale) / 2,
    top: (stage.height - frame.height * scale) / 2,
    frameWidth: frame.width,
    mirrored,
  };
}

/** Stage x (CSS px) of x in source px. */
export function stageX(fit: StageFit, x: number): number {
  return fit.left + (fit.mirrored ? fit.frameWidth - x : x) * fit.scale;
}

/** Stage y (CSS px) of y in source px. */
export function stageY(fit: StageFit, y: number): number {
  return fit.top + y * fit.scale;
}
