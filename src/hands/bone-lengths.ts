/** From the wrist's centre (head of the capitate) to the base of metacarpals 2 to 5: the capitate's length. */
const CARPUS_MM = 22;
/** From the wrist's centre to the base of the thumb's metacarpal: across scaphoid and trapezium. */
const THUMB_CARPUS_MM = 25;

/**
 * The 20 bones of an average adult's hand in the order of BONES, mm: joint centre to joint centre,
 * the last of each finger to the tip of the skin.
 *
 * Metacarpals, phalanges and the soft tissue of the tips: Buryanov & Kotiuk 2010, "Proportions of
 * hand segments", Int. J. Morphol. 28(3), means of 66 adults' radiographs (standard deviations are
 * 6 to 15 % a bone, and hands as a whole differ by about 5 %).
 *
 * A tracker's "bone" from wrist to knuckle is metacarpal plus carpus. The carpus is 0.54 times the
 * third metacarpal high (Youm's carpal height ratio, 0.51 to 0.57), 1.57 times the capitate's
 * length (Nattrass), so the capitate is 0.54 · 64.6 / 1.57 = 22 mm long; the wrist turns about its
 * head. The same is added for fingers 2 to 5, their wrist-to-knuckle lines being nearly straight.
 * The thumb's 25 mm are an estimate: the trapezium's saddle lies about 18 mm along and 18 mm beside.
 *
 * Beside the rigged hand that the synthetic source shows (`generic-hand/right.glb`, WebXR joints;
 * mm, ours in brackets; wrist to knuckle, then the finger's bones):
 *
 *     thumb   50 (25)  33 (46)  34 (32)  15 (27)
 *     index   92 (90)  45 (40)  24 (22)  12 (20)
 *     middle  92 (87)  47 (45)  28 (26)  12 (21)
 *     ring    87 (80)  43 (41)  27 (26)  12 (21)
 *     pinky   83 (76)  35 (33)  20 (18)  12 (20)
 *
 * Its total length is the same (ratio 1.006), but its tips end inside the finger and its thumb
 * starts further out; in squared length, which the depth comes from, it is a hand of scale 1.046.
 */
export const REAL_BONE_LENGTHS_MM: readonly number[] = [
  [THUMB_CARPUS_MM, 46.22, 31.57, 21.67 + 5.67],
  [CARPUS_MM + 68.12, 39.78, 22.38, 15.82 + 3.84],
  [CARPUS_MM + 64.6, 44.63, 26.33, 17.4 + 3.95],
  [CARPUS_MM + 58, 41.37, 25.65, 17.3 + 3.95],
  [CARPUS_MM + 53.69, 32.74, 18.11, 15.96 + 3.73],
].flat();

/**
 * The bones of a hand that is `handScale` times an average adult's (1), mm, in the order of BONES.
 * @throws RangeError when the scale is not positive
 */
export function boneLengthsMm(handScale = 1): readonly number[] {
  if (!(handScale > 0 && handScale < Infinity)) {
    throw new RangeError(`A hand's scale is positive, not ${handScale}`);
  }
  return REAL_BONE_LENGTHS_MM.map((length) => length * handScale);
}
