import type { Outlets } from './outlets.ts';
import type { RecordPanel } from './record-panel.ts';
import type { SettingsCard } from './settings-card.ts';
import type { Shortcut } from './shortcuts.ts';
import type { SourceBar } from './source-bar.ts';
import type { SpaceCard } from './space-card.ts';
import type { ThemeSwitch } from './theme.ts';
import type { Transport } from './transport.ts';

/** What the page's single keys work on. */
export interface ShortcutTargets {
  readonly sources: SourceBar;
  readonly settings: SettingsCard;
  readonly record: RecordPanel;
  readonly transport: Transport;
  readonly space: SpaceCard;
  readonly outlets: Outlets;
  readonly theme: ThemeSwitch;
  readonly help: HTMLDialogElement;
  readonly togglePause: () => void;
}

/** The page's single keys. */
export function pageShortcuts(page: ShortcutTargets): readonly Shortcut[] {
  const { sources, settings, record, transport, space, outlets, theme, help, togglePause } = page;
  return [
    { key: 'c', label: 'Camera on and off', run: () => sources.toggleCamera() },
    { key: 'o', label: 'Open a video, a picture or a recording', run: () => sources.openFile() },
    { key: 's', label: 'Synthetic hands', run: () => sources.useSynthetic() },
    { key: ' ', label: 'Pause and resume', run: togglePause },
    { key: ',', label: 'One frame back', run: () => transport.step(-1) },
    { key: '.', label: 'One frame on', run: () => transport.step(1) },
    { key: '[', label: 'Slower', run: () => transport.changeSpeed(-1) },
    { key: ']', label: 'Faster', run: () => transport.changeSpeed(1) },
    { key: 'r', label: 'Record and stop', run: () => record.toggle() },
    { key: 'm', label: 'Mirrored view', run: () => settings.flip('mirror') },
    { key: 'f', label: 'Smoothing', run: () => settings.flip('smoothing') },
    { key: 'b', label: 'Boxes and crops', run: () => settings.flip('boxes') },
    { key: 'u', label: 'Unsmoothed joints', run: () => settings.flip('raw') },
    { key: 'e', label: 'Compare landmarks and network', run: () => settings.flip('compare') },
    { key: 'v', label: 'Go to the 3D view: arrows turn, + and − zoom', run: () => space.focus() },
    { key: 'p', label: 'Pass-through view', run: outlets.openPassThrough },
    { key: 't', label: 'Light or dark theme', run: () => theme.toggle() },
    { key: '?', label: 'This list', run: () => help.showModal() },
  ];
}
