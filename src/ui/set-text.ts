/** Sets an element's text only where it changed, so that a still number costs no layout. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
