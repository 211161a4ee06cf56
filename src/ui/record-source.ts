import type { FrameSource } from '../streams/frame-source.ts';
import type { SourceChoice } from './source-choice.ts';

/** A choice that moves and is seen for the first time. */
export type RecordableChoice = SourceChoice & { readonly kind: 'synthetic' | 'camera' | 'clip' };

/** A picture is a single moment, and a replay is a recording already. */
export function isRecordable(choice: SourceChoice): choice is RecordableChoice {
  return choice.kind !== 'picture' && choice.kind !== 'replay';
}

/** What a recording says it was taken from. */
export function recordedSource(choice: RecordableChoice): Pick<FrameSource, 'kind' | 'name'> {
  switch (choice.kind) {
    case 'synthetic':
      return { kind: 'synthetic', name: 'synthetic hands' };
    case 'camera':
      return { kind: 'camera', name: choice.label || 'camera' };
    case 'clip':
      return { kind: 'clip', name: choice.file.name };
    default:
      return choice satisfies never;
  }
}
