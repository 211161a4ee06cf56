/** Made by build/hand-landmarker-task.ts. */
declare module 'virtual:hand-landmarker-task' {
  /** Where MediaPipe's hand_landmarker.task is served. */
  const url: string;
  export default url;
  /** Its size, bytes. */
  export const byteLength: number;
}
