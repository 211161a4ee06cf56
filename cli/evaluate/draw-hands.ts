import sharp from 'sharp';
import { HAND_SIDES } from '../../src/hands/hand-side.ts';
import { BONES } from '../../src/hands/joints.ts';
import type { Vec2 } from '../../src/hands/vectors.ts';
import type { AnnotatedPicture } from '../../src/evaluation/annotated-picture.ts';
import type { ShownHands } from './follow-file.ts';

const COLOURS = { right: '#ff7a2f', left: '#2fb4ff' } as const;

/** So that small pictures can be looked at, px. */
const SIDE = 640;

/** Draws what was found as lines, the true joints as rings, and writes a PNG. */
export async function drawHands(
  { path, hands: truth }: AnnotatedPicture & { readonly path: string },
  hands: ShownHands['hands'],
  out: string,
): Promise<void> {
  const { data, info } = await sharp(path).autoOrient().png().toBuffer({ resolveWithObject: true });
  const scale = SIDE / Math.max(info.width, info.height);
  const [width, height] = [Math.round(info.width * scale), Math.round(info.height * scale)];
  const at = ([x, y]: Vec2) => [(x * scale).toFixed(1), (y * scale).toFixed(1)] as const;
  const bones = HAND_SIDES.flatMap((side) => {
    const joints = hands[side]?.joints2d;
    if (!joints) return [];
    return BONES.map(([from, to]) => {
      const [[x1, y1], [x2, y2]] = [at(joints[from]!), at(joints[to]!)];
      return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${COLOURS[side]}" stroke-width="3"/>`;
    });
  });
  const rings = truth.flatMap(({ joints }) =>
    joints.flatMap((joint) => {
      if (!joint) return [];
      const [x, y] = at(joint);
      return `<circle cx="${x}" cy="${y}" r="4" fill="none" stroke="#fff"/>`;
    }),
  );
  const size = `width="${width}" height="${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${[...bones, ...rings].join('')}</svg>`;
  await sharp(data)
    .resize(width, height)
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toFile(out);
}
