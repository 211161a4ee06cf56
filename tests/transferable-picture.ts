/** A picture that Node can transfer: its clones are ArrayBuffers that count their closing. */
export function picture() {
  const clones = { open: 0 };
  const clone = () => {
    clones.open += 1;
    let closed = false;
    return Object.assign(new ArrayBuffer(8), {
      close: () => {
        if (!closed) clones.open -= 1;
        closed = true;
      },
    });
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node has no VideoFrame
  return { clones, image: { clone } as unknown as VideoFrame };
}
