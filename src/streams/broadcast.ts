import { BROADCAST_CHANNEL, frameMessage, type BroadcastSource } from './broadcast-messages.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';

/**
 * The sink that other pages listen to: a BroadcastChannel for pages of the same origin, a port for each
 * page that was let in (broadcast-door.ts). It owns both: dispose it.
 */
export class Broadcast implements Disposable {
  readonly #channel = new BroadcastChannel(BROADCAST_CHANNEL);
  /** Each with the origin of the page that listens at its other end. */
  readonly #ports = new Map<MessagePort, string>();
  readonly #stream: string;

  /** @param stream tells this page's messages from those of others */
  constructor(stream: string) {
    this.#stream = stream;
  }

  /** Sends to this port too, until its other end closes. */
  add(port: MessagePort, origin: string): void {
    this.#ports.set(port, origin);
    port.addEventListener('close', () => this.#ports.delete(port));
    port.start();
  }

  /** Sends nothing more to the pages of an origin that were let in. */
  remove(origin: string): void {
    for (const [port, listener] of this.#ports) {
      if (listener !== origin) continue;
      this.#ports.delete(port);
      port.close();
    }
  }

  /** @param live reads nothing of its picture but the size */
  send(live: LivePoseFrame, kind: BroadcastSource): void {
    const message = frameMessage(live, kind, this.#stream);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel takes none
    this.#channel.postMessage(message);
    for (const port of this.#ports.keys()) port.postMessage(message);
  }

  [Symbol.dispose](): void {
    this.#channel.close();
    for (const port of this.#ports.keys()) port.close();
    this.#ports.clear();
  }
}
