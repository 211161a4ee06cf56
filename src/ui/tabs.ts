/** A tab list by the ARIA pattern: arrows, Home and End move; each tab shows the panel it controls. */
export class Tabs {
  readonly #tabs: readonly HTMLElement[];

  /** @param chosen called with a tab's id when the user selects it, also when it was selected already */
  constructor(list: HTMLElement, chosen: (tabId: string) => void) {
    this.#tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
    for (const tab of this.#tabs) {
      tab.addEventListener('click', () => {
        this.select(tab.id);
        chosen(tab.id);
      });
    }
    list.addEventListener('keydown', (event) => {
      const next = this.#neighbour(event);
      if (!next) return;
      event.preventDefault();
      // Focus only: starting a source takes a press.
      next.focus();
    });
  }

  select(tabId: string): void {
    for (const tab of this.#tabs) {
      const selected = tab.id === tabId;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !selected;
    }
  }

  #neighbour({ key, target }: KeyboardEvent): HTMLElement | undefined {
    const count = this.#tabs.length;
    const at = this.#tabs.findIndex((tab) => tab === target);
    if (key === 'ArrowRight') return this.#tabs[(at + 1) % count];
    if (key === 'ArrowLeft') return this.#tabs[(at + count - 1) % count];
    if (key === 'Home') return this.#tabs[0];
    if (key === 'End') return this.#tabs[count - 1];
    return undefined;
  }
}
