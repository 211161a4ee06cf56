import type { CameraOptions } from '../streams/camera.ts';
import { isPictureFile } from '../streams/file-source.ts';
import type { SourceKind } from '../streams/frame-source.ts';
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
  | { readonly kind: 'clip' | 'picture'; readonly file: File };

/** A chosen or dropped file as a choice; what is no picture is tried as a clip, which says why not. */
export function choiceOfFile(file: File): SourceChoice {
  return { kind: isPictureFile(file) ? 'picture' : 'clip', file };
}

/** Which kind of detector a choice needs. */
export function detectorModeOf({ kind }: SourceChoice): 'video' | 'image' {
  return kind === 'picture' ? 'image' : 'video';
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
    default:
      return choice satisfies never;
  }
}

/** Cameras show what a mirror would; everything else is shown as it is. */
export function mirroredByDefault(kind: SourceKind): boolean {
  return kind === 'camera';
}
