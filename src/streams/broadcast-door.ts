import {
  BROADCAST_VERSION,
  listenRequest,
  type RefusedMessage,
  type WelcomeMessage,
} from './broadcast-messages.ts';

/** What a browser gives as the origin of pages that have none to answer to. */
const OPAQUE = 'null';

/** What the door needs of a MessageEvent. */
export type Knock = Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>;

export interface BroadcastDoorOptions {
  /** The app's own origin, which may always listen. */
  readonly ownOrigin: string;
  /** Whether pages of another origin may; asked for each request. */
  readonly mayListen: (origin: string) => Promise<boolean>;
  /** A page was let in: what is sent to this port, it hears. */
  readonly onListener: (port: MessagePort, origin: string) => void;
}

/**
 * Answers pages that ask to listen, by the origin that the browser names, never by what they say of
 * themselves. The frames go over a port of the answer, and the answer to that origin only: whatever
 * page stands in the asking window later, it does not get them.
 */
export async function answerKnock(knock: Knock, options: BroadcastDoorOptions): Promise<void> {
  const { data, origin, source } = knock;
  const request = listenRequest(data);
  // A page without an origin (a sandbox, a file) cannot be answered without answering all.
  if (!request || !source || origin === OPAQUE || !('closed' in source)) return;
  if (request === 'other-version') return refuse(source, origin, 'version');
  if (origin !== options.ownOrigin && !(await options.mayListen(origin))) {
    return refuse(source, origin, 'origin');
  }
  const { port1, port2 } = new MessageChannel();
  const welcome: WelcomeMessage = { handstream: 'welcome', version: BROADCAST_VERSION };
  options.onListener(port1, origin);
  source.postMessage(welcome, { targetOrigin: origin, transfer: [port2] });
}

function refuse(source: Window, origin: string, reason: RefusedMessage['reason']): void {
  const refused: RefusedMessage = { handstream: 'refused', version: BROADCAST_VERSION, reason };
  source.postMessage(refused, { targetOrigin: origin });
}
