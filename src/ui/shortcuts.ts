/** One key and what it does; `label` is what the help says. */
export interface Shortcut {
  /** KeyboardEvent.key, lower case. */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

/** Types of inputs that Space presses and nobody types into. */
const PRESSED: ReadonlySet<string> = new Set(['checkbox', 'radio']);

/**
 * Listens for single keys anywhere on the page and fills the help list. Keys are left alone while
 * the user types, chooses or holds a modifier, and Space where it presses what has the focus.
 */
export function bindShortcuts(shortcuts: readonly Shortcut[], help: HTMLDialogElement): void {
  fillHelp(shortcuts, help);
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (document.querySelector('dialog[open]')) return;
    if (takesKeys(event.target, event.key)) return;
    const shortcut = shortcuts.find(({ key }) => key === event.key.toLowerCase());
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  });
}

function takesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLSelectElement || target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !PRESSED.has(target.type) || key === ' ';
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
