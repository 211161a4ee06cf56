import type { ProblemText } from './describe-problem.ts';

/** More than this many at once would push the picture away. */
const MOST = 2;

/** Calm, non-modal notices over the stage; a screen reader is told of each at once. */
export class Notices {
  readonly #place: HTMLElement;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  show({ what, todo }: ProblemText): void {
    const notice = document.createElement('div');
    notice.className = 'notice';
    notice.dataset['testid'] = 'error';
    notice.setAttribute('role', 'alert');
    const words = document.createElement('div');
    const headline = document.createElement('strong');
    headline.textContent = what;
    words.append(headline, todo);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'quiet';
    close.textContent = '✕';
    close.setAttribute('aria-label', 'Dismiss');
    close.addEventListener('click', () => notice.remove());
    notice.append(words, close);
    while (this.#place.childElementCount >= MOST) this.#place.firstElementChild?.remove();
    this.#place.append(notice);
    notice.scrollIntoView({ block: 'nearest' });
  }

  clear(): void {
    this.#place.replaceChildren();
  }
}
