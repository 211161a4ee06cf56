import { Broadcast } from '../streams/broadcast.ts';
import { answerKnock } from '../streams/broadcast-door.ts';
import type { BroadcastSource } from '../streams/broadcast-messages.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { ask } from './ask.ts';
import { parseOrigins, webOrigin } from './listener-origins.ts';
import { recall, remember } from './remembered.ts';

/** Where the origins are remembered that the user has allowed. */
const ALLOWED = 'listeners';

/**
 * Other pages that follow this one's hands. Pages of this origin hear them; pages of others ask, by a
 * message or with `?listener=` in the address, and hear them once the user has said yes. What the user
 * allowed is remembered and shown in the settings, with a button that takes it back.
 */
export class Listeners {
  readonly #broadcast = new Broadcast(crypto.randomUUID());
  readonly #list: HTMLElement;
  /** What was asked since the page opened: a no is not asked again. */
  readonly #asked = new Map<string, Promise<boolean>>();
  #allowed: readonly string[] = parseOrigins(recall(ALLOWED));

  /** @param settings the list of allowed pages is put at its end */
  constructor(settings: HTMLElement) {
    this.#list = document.createElement('ul');
    this.#list.className = 'listeners';
    this.#list.dataset['testid'] = 'listeners';
    this.#list.setAttribute('aria-label', 'Pages that may follow your hands');
    settings.append(this.#list);
    window.addEventListener('message', (event) => {
      void answerKnock(event, {
        ownOrigin: location.origin,
        mayListen: this.#mayListen,
        onListener: (port, origin) => this.#broadcast.add(port, origin),
      });
    });
    const proposed = webOrigin(new URLSearchParams(location.search).get('listener'));
    if (proposed) void this.#mayListen(proposed);
    this.#show();
  }

  send(live: LivePoseFrame, kind: BroadcastSource): void {
    this.#broadcast.send(live, kind);
  }

  readonly #mayListen = (origin: string): Promise<boolean> => {
    if (this.#allowed.includes(origin)) return Promise.resolve(true);
    const before = this.#asked.get(origin);
    if (before) return before;
    const answer = this.#ask(origin);
    this.#asked.set(origin, answer);
    return answer;
  };

  async #ask(origin: string): Promise<boolean> {
    const yes = await ask({
      title: `Let ${origin} follow your hands?`,
      paragraphs: [
        'It gets the joints of both hands for as long as this page plays, and never a picture.',
        'You can take this back under Settings.',
      ],
      yes: 'Let it',
      no: 'Not now',
    });
    if (yes) this.#allow([...this.#allowed, origin]);
    return yes;
  }

  #allow(origins: readonly string[]): void {
    this.#allowed = origins;
    remember(ALLOWED, origins.length > 0 ? JSON.stringify(origins) : undefined);
    this.#show();
  }

  #show(): void {
    this.#list.hidden = this.#allowed.length === 0;
    this.#list.replaceChildren(...this.#allowed.map((origin) => this.#row(origin)));
  }

  #row(origin: string): HTMLElement {
    const row = document.createElement('li');
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'quiet';
    remove.textContent = 'Take back';
    remove.setAttribute('aria-label', `No longer let ${origin} follow your hands`);
    remove.addEventListener('click', () => this.#takeBack(origin));
    row.append(`${origin} may follow your hands`, remove);
    return row;
  }

  #takeBack(origin: string): void {
    this.#asked.delete(origin);
    this.#allow(this.#allowed.filter((each) => each !== origin));
    this.#broadcast.remove(origin);
  }
}
