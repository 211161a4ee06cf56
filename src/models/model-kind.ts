/** What a model file is, by its content. */
export type ModelKind = 'checkpoint' | 'onnx';

/** How much of a file's beginning `modelKind` looks at, bytes. */
export const MODEL_KIND_BYTES = 14;

/** A zip's local file header: torch.save since PyTorch 1.6. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** torch.save before: the magic number 0x1950a86a20f9469cfc6c as a pickle of its own. */
const LEGACY = [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];
/** Field 1 of onnx.ModelProto, the IR version, a varint; versions so far are 3 to 13. */
const IR_VERSION = 0x08;
const LAST_IR_VERSION = 0x20;

/** Tells from its first bytes what kind of model a file may hold; null where none. */
export function modelKind(head: Uint8Array): ModelKind | null {
  if (startsWith(head, ZIP) || startsWith(head, LEGACY)) return 'checkpoint';
  const [field = 0, version = 0] = head;
  return field === IR_VERSION && version >= 1 && version <= LAST_IR_VERSION ? 'onnx' : null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
