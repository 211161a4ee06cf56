import { EXPORT_FORMATS, type ExportFormat } from '../recording/export/export-formats.ts';
import { EXPORT_WORDS } from './export-words.ts';
import { openDialog } from './open-dialog.ts';

/** Lets the user choose what a recording is saved as. @returns null where he leaves it */
export async function chooseFormat(): Promise<ExportFormat | null> {
  const dialog = document.createElement('dialog');
  dialog.className = 'formats';
  dialog.dataset['testid'] = 'formats';
  dialog.setAttribute('aria-labelledby', 'formats-title');
  const title = document.createElement('h2');
  title.id = 'formats-title';
  title.textContent = 'Save as';
  const form = document.createElement('form');
  form.method = 'dialog';
  form.append(...EXPORT_FORMATS.map(formatButton), cancelButton());
  dialog.append(title, form);
  const chosen = await openDialog(dialog);
  return EXPORT_FORMATS.find(({ id }) => id === chosen) ?? null;
}

function formatButton({ id, ending }: ExportFormat): HTMLButtonElement {
  const { name, about } = EXPORT_WORDS[id];
  const button = document.createElement('button');
  button.value = id;
  button.className = 'format quiet';
  button.dataset['testid'] = `format-${id}`;
  button.append(element('strong', name), element('code', ending), element('span', about));
  return button;
}

function cancelButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'plain';
  button.textContent = 'Cancel';
  button.dataset['testid'] = 'format-none';
  return button;
}

function element(tag: 'strong' | 'code' | 'span', text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
