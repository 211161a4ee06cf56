import type { CameraOptions } from '../streams/camera.ts';
import { isPictureFile } from '../streams/file-source.ts';
import type { SyntheticOptions } from '../streams/synthetic.ts';

export type SyntheticScene = NonNullable<SyntheticOptions['scene']>;

export const SYNTHETIC_SCENES = [
  'tour',
  'apart',
  'together',
  'clasped',
] as const satisfies readonly SyntheticScene[];

/** What the user wants to see. */
export type SourceChoice =
  | { readonly kind: 'synthetic'; readonly scene: SyntheticScene }
  | { readonly kind: 'camera'; readonly options: CameraOptions; readonly label: string }
  | FileChoice;

export type FileChoice = { readonly kind: 'clip' | 'picture'; readonly file: File } | ReplayChoice;

/** A recording, and the video that was recorded beside it. */
export interface ReplayChoice {
  readonly kind: 'replay';
  readonly file: File;
  readonly video?: File | undefined;
}

/** A choice whose hands are found here and now. */
export type SeenChoice = Exclude<SourceChoice, ReplayChoice>;

export type ChoiceKind = SourceChoice['kind'];

/** Whether a file is a recording, by its name or, where that says nothing, its type. */
export function isRecordingFile({ type, name }: File): boolean {
  return /\.(?:ndjson|jsonl?)$/i.test(name) || /^application\/(?:x-)?(?:nd)?json$/.test(type);
}

function isVideoFile({ type, name }: File): boolean {
  return type.startsWith('video/') || /\.(?:mp4|m4v|mov|webm|mkv)$/i.test(name);
}

/**
 * Chosen or dropped files as a choice: a recording with the video beside it, else the first alone.
 * What is neither recording nor picture is tried as a clip, which says why not.
 */
export function choiceOfFiles(files: readonly [File, ...File[]]): FileChoice {
  const recording = files.find(isRecordingFile);
  if (recording) return { kind: 'replay', file: recording, video: files.find(isVideoFile) };
  const [file] = files;
  return { kind: isPictureFile(file) ? 'picture' : 'clip', file };
}

/** Which kind of detector a choice needs; a recording's hands were found long ago. */
export function detectorModeOf(choice: SeenChoice): 'video' | 'image';
export function detectorModeOf(choice: SourceChoice): 'video' | 'image' | null;
export function detectorModeOf({ kind }: SourceChoice): 'video' | 'image' | null {
  if (kind === 'replay') return null;
  return kind === 'picture' ? 'image' : 'video';
}

/** Whether a choice has a position that can be changed. */
export function isSeekable({ kind }: SourceChoice): boolean {
  return kind === 'clip' || kind === 'replay';
}

/** A choice in words, for the badge on the stage. */
export function choiceLabel(choice: SourceChoice): string {
  switch (choice.kind) {
    case 'synthetic':
      return 'Synthetic hands, not a camera';
    case 'camera':
      return choice.label || 'Camera';
    case 'clip':
    case 'picture':
      return choice.file.name;
    case 'replay':
      return `Replay · ${choice.file.name}`;
    default:
      return choice satisfies never;
  }
}

/** Cameras show what a mirror would; everything else is shown as it is. */
export function mirroredByDefault(kind: ChoiceKind): boolean {
  return kind === 'camera';
}
