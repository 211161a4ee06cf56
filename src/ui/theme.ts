import { byId } from './by-id.ts';
import { recall, remember } from './remembered.ts';
import { setText } from './set-text.ts';

export type Theme = 'light' | 'dark';

/** The page's theme: the system's until the user switches; a choice equal to the system's is forgotten. */
export class ThemeSwitch {
  readonly #root = document.documentElement;
  readonly #system = window.matchMedia('(prefers-color-scheme: dark)');
  readonly #changed: () => void;

  /** @param changed called after each change, the system's included */
  constructor(changed: () => void) {
    this.#changed = changed;
    const chosen = recall('theme');
    if (chosen) this.#root.dataset['theme'] = chosen;
    this.#system.addEventListener('change', () => this.#tell());
    byId('theme', HTMLButtonElement).addEventListener('click', () => this.toggle());
    this.#tell();
  }

  get theme(): Theme {
    const chosen = this.#root.dataset['theme'];
    return chosen === 'light' || chosen === 'dark' ? chosen : this.#ofSystem();
  }

  toggle(): void {
    const next = this.theme === 'dark' ? 'light' : 'dark';
    if (next === this.#ofSystem()) delete this.#root.dataset['theme'];
    else this.#root.dataset['theme'] = next;
    remember('theme', this.#root.dataset['theme']);
    this.#tell();
  }

  #ofSystem(): Theme {
    return this.#system.matches ? 'dark' : 'light';
  }

  #tell(): void {
    const other = this.theme === 'dark' ? 'light' : 'dark';
    setText(byId('theme-label', HTMLElement), `Switch to the ${other} theme`);
    this.#changed();
  }
}
