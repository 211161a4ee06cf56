import { byId } from './by-id.ts';

/** One key and what it does; `label` is what the help says. */
export interface Shortcut {
  /** KeyboardEvent.key, lower case. */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

/** Types of inputs that nobody types letters into. */
const LETTERLESS: ReadonlySet<string> = new Set(['checkbox', 'radio', 'range']);

/** Listens for single keys anywhere on the page, fills the help list and lets its button open it. */
export function bindShortcuts(shortcuts: readonly Shortcut[], help: HTMLDialogElement): void {
  fillHelp(shortcuts, help);
  byId('help-open', HTMLButtonElement).addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', (event) => {
    if (!document.querySelector('dialog[open]')) runShortcut(event, shortcuts);
  });
}

/**
 * Does what the key says. Keys are left alone while the user types, chooses or holds a modifier, and
 * Space where it presses what has the focus.
 */
export function runShortcut(event: KeyboardEvent, shortcuts: readonly Shortcut[]): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (takesKeys(event.target, event.key)) return;
  const shortcut = shortcuts.find(({ key }) => key === event.key.toLowerCase());
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}

function takesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLSelectElement || target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !LETTERLESS.has(target.type) || key === ' ';
  return key === ' ' && target.closest('button, summary, a') !== null;
}

function fillHelp(shortcuts: readonly Shortcut[], help: HTMLDialogElement): void {
  const list = help.querySelector('dl');
  for (const { key, label } of shortcuts) {
    const term = document.createElement('dt');
    const cap = document.createElement('kbd');
    cap.textContent = key === ' ' ? 'Space' : key.toUpperCase();
    term.append(cap);
    const words = document.createElement('dd');
    words.textContent = label;
    list?.append(term, words);
  }
}
