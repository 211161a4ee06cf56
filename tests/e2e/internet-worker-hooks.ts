import type { BrowserContext } from 'playwright-core';

declare global {
  interface Window {
    /** Workers of an InterNet that the page has started, oldest first. */
    internetWorkers: Worker[];
  }
}

/** Before the worker's own script: destroys its GPU device when told, counts the buffers it makes. */
const INSIDE = `
  const requestDevice = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (...options) {
    const device = await requestDevice.apply(this, options);
    addEventListener('message', ({ data }) => data === 'lose the GPU' && device.destroy());
    return device;
  };
  let buffers = 0;
  for (const method of ['createBuffer', 'createTexture']) {
    const create = GPUDevice.prototype[method];
    GPUDevice.prototype[method] = function (...options) {
      buffers += 1;
      return create.apply(this, options);
    };
  }
  addEventListener('message', ({ data }) => data === 'count buffers' && postMessage({ buffers }));
`;

/** Lets a test reach the workers of an InterNet: pass as openApiPage's \`before\`. */
export async function hookInternetWorkers(context: BrowserContext): Promise<void> {
  await context.addInitScript((inside) => {
    window.internetWorkers = [];
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        if (options?.name !== 'internet') {
          super(url, options);
          return;
        }
        const hook = `data:text/javascript,${encodeURIComponent(inside)}`;
        const script = `import ${JSON.stringify(hook)}; import ${JSON.stringify(String(url))};`;
        super(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), options);
        window.internetWorkers.push(this);
      }
    };
  }, INSIDE);
}
