import type { StorageProblem } from '../models/storage-failure.ts';
import type { StoredModel } from '../models/stored-model.ts';
import { describeStorageProblem } from './describe-storage-problem.ts';
import { networkWords, originWords } from './model-words.ts';

/**
 * One stored model in the list of models: a radio button with what is known of it.
 * @param whyNotKept why it is gone when the tab closes; null where it is kept
 */
export function modelRow(
  model: StoredModel,
  whyNotKept: StorageProblem | null,
  onRemove: () => void,
): HTMLElement {
  const facts = document.createElement('span');
  facts.id = `facts-${model.id}`;
  facts.className = 'model-facts';
  facts.append(span('', networkWords(model)), span('', originWords(model)));
  if (whyNotKept) facts.append(span('not-kept', notKeptWords(whyNotKept)));
  const label = document.createElement('label');
  label.append(radio(model, facts.id), span('model-name', ...breakable(model.name)), facts);
  const row = document.createElement('div');
  row.className = 'model';
  row.dataset['testid'] = 'model';
  row.append(label, removeButton(model, onRemove));
  return row;
}

function radio({ id, name }: StoredModel, describedBy: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = 'model';
  input.value = id;
  input.setAttribute('aria-label', name);
  input.setAttribute('aria-describedby', describedBy);
  return input;
}

function removeButton({ name }: StoredModel, onRemove: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet icon';
  button.dataset['testid'] = 'model-remove';
  button.textContent = '✕';
  button.title = 'Remove';
  button.setAttribute('aria-label', `Remove ${name}`);
  button.addEventListener('click', onRemove);
  return button;
}

function span(className: string, ...content: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement('span');
  made.className = className;
  made.append(...content);
  return made;
}

/** A file name that breaks where its parts end: snapshot_20.pth.tar. */
function breakable(name: string): (string | Node)[] {
  return name.split(/(?<=[_.-])/).flatMap((part) => [part, document.createElement('wbr')]);
}

function notKeptWords(problem: StorageProblem): string {
  return `Gone when this tab closes. ${describeStorageProblem(problem).what}`;
}
