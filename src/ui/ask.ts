import { openDialog } from './open-dialog.ts';

/** A question that must be answered before anything else. */
export interface Question {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly text: string; readonly href: string };
  readonly yes: string;
  readonly no: string;
}

let last: Promise<unknown> = Promise.resolve();

/** Asks in a dialog, once those asked before are answered. Leaving it by Escape is a no. */
export function ask(question: Question): Promise<boolean> {
  const answer = last.then(() => askNow(question));
  last = answer;
  return answer;
}

async function askNow({ title, paragraphs, link, yes, no }: Question): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  dialog.dataset['testid'] = 'ask';
  dialog.setAttribute('aria-labelledby', 'ask-title');
  const headline = element('h2', title);
  headline.id = 'ask-title';
  const form = document.createElement('form');
  form.method = 'dialog';
  form.append(button('no', no, 'plain'), button('yes', yes, 'primary'));
  dialog.append(headline, ...paragraphs.map((text) => element('p', text)));
  if (link) dialog.append(linkTo(link));
  dialog.append(form);
  return (await openDialog(dialog)) === 'yes';
}

function element(tag: 'h2' | 'p', text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** The first button has the focus: Enter alone changes nothing. */
function button(value: 'yes' | 'no', text: string, look: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.value = value;
  made.textContent = text;
  made.className = look;
  made.autofocus = value === 'no';
  made.dataset['testid'] = `ask-${value}`;
  return made;
}

function linkTo({ text, href }: NonNullable<Question['link']>): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.textContent = text;
  const paragraph = document.createElement('p');
  paragraph.append(link);
  return paragraph;
}
