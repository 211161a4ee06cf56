/** How hands are looked for; the scores are probabilities, 0..1. */
export interface DetectorOptions {
  readonly delegate: 'CPU' | 'GPU';
  /** 'video' tracks a hand from frame to frame, 'image' looks at each picture afresh. */
  readonly mode: 'video' | 'image';
  readonly numHands: number;
  readonly minDetectionScore: number;
  readonly minPresenceScore: number;
  readonly minTrackingScore: number;
}
