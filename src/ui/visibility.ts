/** Whether an element can be seen: on screen and in no closed card. Starts as false. */
export class Visibility {
  #visible = false;

  /** @param changed called with the new state */
  constructor(element: Element, changed: (visible: boolean) => void = () => {}) {
    new IntersectionObserver((entries) => {
      const visible = entries.at(-1)?.isIntersecting ?? false;
      if (visible === this.#visible) return;
      this.#visible = visible;
      changed(visible);
    }).observe(element);
  }

  get visible(): boolean {
    return this.#visible;
  }
}
