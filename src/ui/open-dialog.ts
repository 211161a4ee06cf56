/**
 * Shows a dialog until it is closed, then takes it away.
 * @returns the value of the button that closed it; empty where it was left by Escape
 */
export function openDialog(dialog: HTMLDialogElement): Promise<string> {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}
