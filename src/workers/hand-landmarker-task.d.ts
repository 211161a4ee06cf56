/** Made by build/hand-landmarker-task.ts. */
declare module 'virtual:hand-landmarker-task' {
  /** Where MediaPipe's hand_landmarker.task is served. */
  const url: string;
  export default url;
  /** Its size, bytes. */
  export const byteLength: number;
  /** SHA-256 of its bytes, 64 lower-case hex digits. */
  export const sha256: string;
}
