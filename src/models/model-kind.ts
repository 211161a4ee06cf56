/** What a model file is, by its content. */
export type ModelKind = 'checkpoint' | 'onnx';

/** How much of a file's beginning `modelKind` looks at, bytes. */
export const MODEL_KIND_BYTES = 4;

/** Of a zip's first entry: torch.save since PyTorch 1.6. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Opcode PROTO, with the protocol behind: torch.save before. */
const PICKLE = 0x80;
/** Field 1 of onnx.ModelProto, the IR version, with that as a varint behind; 13 so far. */
const IR_VERSION = 0x08;

/** Tells from its first bytes what kind of model a file may hold; null where none. */
export function modelKind(head: Uint8Array): ModelKind | null {
  const [first = 0, second = 0] = head;
  if (ZIP.every((byte, at) => head[at] === byte)) return 'checkpoint';
  if (first === PICKLE && second >= 2 && second <= 5) return 'checkpoint';
  return first === IR_VERSION && second >= 1 && second < 32 ? 'onnx' : null;
}
