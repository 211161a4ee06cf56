/** Names under which software renderers go in WebGL's and WebGPU's adapter strings. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render|warp\b/i;

/** Whether a renderer's name says that the CPU does its work; a name that is hidden counts as a GPU's. */
export function isSoftwareRenderer(renderer: string): boolean {
  return SOFTWARE.test(renderer);
}

/** What WebGL calls its renderer here, or null where there is no WebGL. */
export function webglRenderer(): string | null {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  // Browsers allow few contexts at a time; this one is not waited for by the garbage collector.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(renderer);
}

/** GPU where WebGL has a real one: with a software GPU MediaPipe's GPU delegate is 10x slower. */
export function preferredDelegate(renderer: string | null): 'CPU' | 'GPU' {
  return renderer === null || isSoftwareRenderer(renderer) ? 'CPU' : 'GPU';
}
