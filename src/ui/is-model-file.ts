import { modelKind, MODEL_KIND_BYTES } from '../models/model-kind.ts';

/** Whether a dropped file is meant as a model, by its name or else by its content. */
export async function isModelFile(file: File): Promise<boolean> {
  if (/\.(?:pth|pt|tar|onnx)$/i.test(file.name)) return true;
  // One that cannot be read is none; whoever opens it next says why.
  const head = await file
    .slice(0, MODEL_KIND_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  return modelKind(new Uint8Array(head)) !== null;
}
