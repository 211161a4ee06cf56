import type { Page } from 'playwright-core';

/** Ten pictures, 640 x 480, that hold no hand: flat, gradients, noise, text, shapes, skin colours. */
export async function makeHandlessPictures(
  page: Page,
): Promise<readonly { readonly name: string; readonly png: Buffer }[]> {
  const pictures = await page.evaluate(async () => {
    const [width, height] = [640, 480];
    let state = 7;
    const random = () => (state = (1664525 * state + 1013904223) >>> 0) / 2 ** 32;
    const skins = ['#8d5524', '#c68642', '#e0ac69', '#f1c27d', '#ffdbac'];

    const painters: Record<string, (context: OffscreenCanvasRenderingContext2D) => void> = {
      black: (context) => context.fillRect(0, 0, width, height),
      skin: (context) => {
        context.fillStyle = skins[2]!;
        context.fillRect(0, 0, width, height);
      },
      gradient: (context) => {
        const gradient = context.createLinearGradient(0, 0, width, height);
        gradient.addColorStop(0, '#123');
        gradient.addColorStop(1, '#fed');
        context.fillStyle = gradient;
        context.fillRect(0, 0, width, height);
      },
      noise: (context) => {
        const picture = context.createImageData(width, height);
        for (let i = 0; i < picture.data.length; i++)
          picture.data[i] = i % 4 === 3 ? 255 : 255 * random();
        context.putImageData(picture, 0, 0);
      },
      text: (context) => {
        context.fillStyle = 'white';
        context.fillRect(0, 0, width, height);
        context.fillStyle = 'black';
        context.font = '24px serif';
        for (let line = 0; line < 18; line++) {
          context.fillText('Two hands, live, in 3D, in a browser tab.', 20, 30 + line * 25);
        }
      },
      checks: (context) => {
        for (let y = 0; y < height; y += 40) {
          for (let x = (y / 40) % 2 ? 40 : 0; x < width; x += 80) context.fillRect(x, y, 40, 40);
        }
      },
      face: (context) => {
        context.fillStyle = '#345';
        context.fillRect(0, 0, width, height);
        context.fillStyle = skins[3]!;
        context.beginPath();
        context.ellipse(320, 220, 110, 150, 0, 0, 7);
        context.fill();
        context.fillStyle = '#222';
        for (const x of [275, 365]) context.fillRect(x - 15, 190, 30, 10);
        context.fillRect(280, 290, 80, 8);
      },
      blobs: (context) => {
        context.fillStyle = '#667';
        context.fillRect(0, 0, width, height);
        for (let i = 0; i < 12; i++) {
          context.fillStyle = skins[i % skins.length]!;
          context.beginPath();
          context.ellipse(
            random() * width,
            random() * height,
            30 + 60 * random(),
            20 + 40 * random(),
            random() * 3,
            0,
            7,
          );
          context.fill();
        }
      },
      landscape: (context) => {
        context.fillStyle = '#8ec9f0';
        context.fillRect(0, 0, width, height);
        context.fillStyle = '#4a7c3a';
        context.fillRect(0, 300, width, 180);
        context.fillStyle = '#7a5230';
        for (let i = 0; i < 6; i++) context.fillRect(60 + i * 100, 180, 16, 150);
        context.fillStyle = '#2e5d2b';
        for (let i = 0; i < 6; i++) {
          context.beginPath();
          context.arc(68 + i * 100, 170, 45, 0, 7);
          context.fill();
        }
      },
      stripes: (context) => {
        for (let x = 0; x < width; x += 50) {
          context.fillStyle = skins[(x / 50) % skins.length]!;
          context.fillRect(x, 0, 30, height);
        }
      },
    };

    return Promise.all(
      Object.entries(painters).map(async ([name, paint]) => {
        const canvas = new OffscreenCanvas(width, height);
        paint(canvas.getContext('2d')!);
        const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
        return { name, bytes: Array.from(bytes) };
      }),
    );
  });
  return pictures.map(({ name, bytes }) => ({ name, png: Buffer.from(bytes) }));
}
