import { expose } from 'comlink';
import type { OwnedWorker } from '../src/workers/worker-handle.ts';

/** A worker without a thread: its api answers over a MessageChannel, as Comlink's would. */
export class FakeWorker extends EventTarget implements OwnedWorker {
  terminated = false;
  readonly #port: MessagePort;
  /** Every message that was sent to it, oldest first. */
  readonly sent: { type?: string }[] = [];

  constructor(api: object) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    expose(api, port2);
    port1.addEventListener('message', (event) => {
      if (!this.terminated)
        this.dispatchEvent(new MessageEvent('message', { data: event.data as unknown }));
    });
    port1.start();
  }

  postMessage(message: { type?: string }, options?: Transferable[] | StructuredSerializeOptions) {
    this.sent.push(message);
    this.#port.postMessage(message, Array.isArray(options) ? options : []);
  }

  terminate(): void {
    this.terminated = true;
    this.#port.close();
  }

  /** Dies as a worker does whose code threw outside a call. */
  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}
