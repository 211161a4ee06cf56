/** How a picture's luma and chroma stand for colours. */
export interface YuvColour {
  readonly matrix: 'bt601' | 'bt709';
  /** Luma spans 0..255, else 16..235. */
  readonly fullRange: boolean;
}

/** RGB of 0..255 from luma y and chroma u and v (128 is grey) of 8 bits. */
export interface YuvGains {
  /** Luma of black. */
  readonly black: number;
  /** Of every channel, for each step of luma above black. */
  readonly level: number;
  readonly redV: number;
  readonly greenU: number;
  readonly greenV: number;
  readonly blueU: number;
}

/** How much red and blue weigh in luma (ITU-R BT.601, BT.709). */
const LUMA = { bt601: { kr: 0.299, kb: 0.114 }, bt709: { kr: 0.2126, kb: 0.0722 } };

export function yuvGains({ matrix, fullRange }: YuvColour): YuvGains {
  const { kr, kb } = LUMA[matrix];
  const kg = 1 - kr - kb;
  const [black, lumaSpan, chromaSpan] = fullRange ? [0, 255, 255] : [16, 219, 224];
  const gain = 255 / chromaSpan;
  const redV = 2 * (1 - kr) * gain;
  const blueU = 2 * (1 - kb) * gain;
  return {
    black,
    level: 255 / lumaSpan,
    redV,
    greenU: (-kb / kg) * blueU,
    greenV: (-kr / kg) * redV,
    blueU,
  };
}
