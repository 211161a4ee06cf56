import { sha256 } from 'virtual:hand-landmarker-task';

/** SHA-256 of the landmarker's model file, as hex. */
export async function landmarkerDigest(): Promise<string> {
  return sha256;
}
