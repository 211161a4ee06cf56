import type { StoredRecording } from '../workers/recording-facts.ts';
import { beganWords, recordingWords } from './record-words.ts';
import { isUnsaved, stateWords } from './saved-words.ts';

export interface RecordRowEvents {
  readonly onSave: () => void;
  readonly onSaveAs: () => void;
  readonly onSaveVideo: () => void;
  readonly onReplay: () => void;
  readonly onDelete: () => void;
}

/** One recording in the list of recordings. */
export function recordRow(recording: StoredRecording, events: RecordRowEvents): HTMLElement {
  const began = beganWords(recording.createdAt);
  const words = document.createElement('div');
  words.className = 'recording-words';
  words.append(line('strong', began), line('span', recordingWords(recording)));
  const state = line('span', stateWords(recording));
  state.classList.toggle('not-saved', isUnsaved(recording));
  words.append(state);
  const remove = button('✕', `Delete the recording of ${began}`, events.onDelete);
  remove.classList.add('icon', 'quiet');
  remove.dataset['testid'] = 'recorded-delete';
  const save = button('Save', `Save the recording of ${began}`, events.onSave);
  save.classList.add('plain');
  save.dataset['testid'] = 'recorded-save';
  const saveAs = button('Save as…', `Save the recording of ${began} as…`, events.onSaveAs);
  saveAs.classList.add('plain');
  saveAs.dataset['testid'] = 'recorded-save-as';
  const video = button('Video', `Save the video of ${began}`, events.onSaveVideo);
  video.classList.add('plain');
  video.dataset['testid'] = 'recorded-video';
  video.hidden = recording.videoBytes === 0;
  const replay = button('Replay', `Replay the recording of ${began}`, events.onReplay);
  replay.classList.add('plain');
  replay.dataset['testid'] = 'recorded-replay';
  const row = document.createElement('li');
  row.className = 'recording-row';
  row.dataset['testid'] = 'recorded';
  const actions = document.createElement('div');
  actions.className = 'recording-actions';
  actions.append(save, saveAs, video, replay);
  row.append(words, remove, actions);
  return row;
}

function line(tag: 'strong' | 'span', text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** @param name says also which recording it is about */
function button(text: string, name: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.setAttribute('aria-label', name);
  made.addEventListener('click', press);
  return made;
}
