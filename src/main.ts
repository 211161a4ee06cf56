import './symbol-dispose.ts';
import { cameraAllowed } from './streams/camera.ts';
import type { LivePoseFrame } from './streams/live-pose-frame.ts';
import { SourceFailure } from './streams/source-failure.ts';
import { byId } from './ui/by-id.ts';
import { describeError } from './ui/describe-error.ts';
import { DetectorLoader, type DetectorMode } from './ui/detector-loader.ts';
import { takeDroppedFiles } from './ui/drop-files.ts';
import { EstimatorLoader } from './ui/estimator-loader.ts';
import { isModelFile } from './ui/is-model-file.ts';
import { describeLeftOut } from './ui/left-out-files.ts';
import { ModelsCard } from './ui/models-card.ts';
import { Notices } from './ui/notices.ts';
import { Outlets } from './ui/outlets.ts';
import { pageShortcuts } from './ui/page-shortcuts.ts';
import { Panels } from './ui/panels.ts';
import { Player } from './ui/player.ts';
import { RecordPanel } from './ui/record-panel.ts';
import { RecordSwitches } from './ui/record-switches.ts';
import { ReplayCard } from './ui/replay-card.ts';
import { SettingsCard } from './ui/settings-card.ts';
import { bindShortcuts } from './ui/shortcuts.ts';
import { SourceBadge } from './ui/source-badge.ts';
import { SourceBar } from './ui/source-bar.ts';
import { choiceOfFiles, detectorModeOf, type SourceChoice } from './ui/source-choice.ts';
import { StageLoad } from './ui/stage-load.ts';
import { StageView } from './ui/stage-view.ts';
import { ThemeSwitch } from './ui/theme.ts';
import { Transport } from './ui/transport.ts';
import { DetectorFailure } from './workers/detector-failure.ts';
import { InternetFailure } from './workers/internet-failure.ts';

const notices = new Notices(byId('notices', HTMLElement));
const load = new StageLoad();
const models = new ModelsCard(notices);
const stage = new StageView();
const badge = new SourceBadge(stage);
const panels = new Panels();
const sources = new SourceBar(choose, playFiles);
const settings = new SettingsCard(
  () => {
    stage.setView(settings);
    panels.space.setMirrored(settings.mirrored);
  },
  () => player.settingsChanged(),
  () => estimators.compare(settings.compare),
);
const transport = new Transport(togglePause, () => player);
const switches = new RecordSwitches();
const replay = new ReplayCard({
  notices,
  asksForPlace: () => switches.asksForPlace,
  onChanged: () => player.settingsChanged(),
});
const theme = new ThemeSwitch(() => {
  panels.space.recolour();
  panels.plots.recolour();
});
const detectors = new DetectorLoader({
  onProgress: (mode, fraction) => {
    if (awaits(mode)) load.show('Loading the hand detector…', fraction);
  },
  onOpen: (mode, { delegate }) => {
    panels.readout.showDelegate(delegate);
    if (awaits(mode)) load.waitFor(player.choice!.kind);
  },
});
const estimators = new EstimatorLoader(models, notices, {
  onChanged: () => player.estimatorChanged(),
  onNothingToCompare: () => settings.endCompare(),
});
const player = new Player(detectors, estimators.estimator, () => settings, replay, {
  onFrameFailed: (error) => {
    console.warn('A frame was given up:', error);
    panels.readout.countFailure();
  },
  onFailed: failed,
  onSpan: (span) => transport.showSpan(span),
  onProgress: (fraction) => load.waitFor('replay', fraction),
});
const recorded = { player, estimators, settings, notices, switches };
const record = new RecordPanel({ ...recorded, replay: playFiles });
const outlets = new Outlets({ notices, player, togglePause });
/** Whether the choice that is on has shown a frame yet. */
let shown = false;

player.frames.subscribe(show);

/** One frame's sinks. Its picture is lent until this returns. */
function show(live: LivePoseFrame): void {
  const startMs = performance.now();
  // Marks the frame in DevTools' performance recordings; `npm run bench` reads it there.
  console.timeStamp('PoseFrame');
  if (!shown) {
    shown = true;
    load.hide();
    if (player.choice?.kind === 'camera') void sources.refreshCameras();
  }
  const { networkName } = estimators;
  if (!outlets.show(live)) stage.draw(live, networkName);
  const overlayMs = performance.now() - startMs;
  record.take(live, startMs);
  if (live.frame.truth) badge.showScene(live.frame.truth.scene);
  if (panels.show(live, networkName, settings.mirrored, startMs)) estimators.showRunning();
  transport.showTime(live.time);
  panels.addMainThread(live, overlayMs, performance.now() - startMs);
}

function choose(choice: SourceChoice): void {
  notices.clear();
  play(choice);
}

function playFiles(files: readonly [File, ...File[]]): void {
  choose(choiceOfFiles(files));
  const leftOut = describeLeftOut(files);
  if (leftOut) notices.show(leftOut);
}

function play(choice: SourceChoice): void {
  shown = false;
  sources.show(choice);
  settings.showFor(choice.kind);
  stage.clear();
  stage.setView(settings);
  panels.reset(choice.kind);
  transport.showSpan(null);
  replay.show(null);
  transport.allowPause(choice.kind !== 'picture');
  load.waitFor(choice.kind);
  player.play(choice);
  showState();
}

/** Whether the stage is still empty for want of this detector. */
function awaits(mode: DetectorMode): boolean {
  return !shown && !player.paused && !!player.choice && detectorModeOf(player.choice) === mode;
}

/** What a source showed before it broke stays; a source that showed nothing gives way. */
function failed(choice: SourceChoice, error: unknown): void {
  load.hide();
  record.endWithSource();
  // The landmarks go on where a network gave up.
  if (error instanceof InternetFailure) {
    estimators.fail(error);
    return player.restart();
  }
  outlets.leave();
  notices.show(describeError(error));
  // Whatever else ends a stream, the detectors may be what is broken: the next source opens new ones.
  if (!(error instanceof SourceFailure)) detectors.discard();
  if (error instanceof DetectorFailure) return sources.show({ kind: 'synthetic', scene: 'tour' });
  if (choice.kind === 'camera' || (!shown && choice.kind !== 'synthetic')) {
    play({ kind: 'synthetic', scene: 'tour' });
  }
}

function togglePause(): void {
  player.togglePause();
  if (player.paused) load.hide();
  else if (!shown && player.choice) load.waitFor(player.choice.kind);
  showState();
}

function showState(): void {
  const { choice, paused } = player;
  if (!choice) return;
  transport.showPaused(paused);
  badge.show(choice, paused);
}

const help = byId('help', HTMLDialogElement);
const { space } = panels;
const keyed = { sources, settings, record, transport, space, outlets, theme, help, togglePause };
bindShortcuts(pageShortcuts(keyed), help);
takeDroppedFiles(byId('drop-hint', HTMLElement), (files) => void takeFiles(files));

async function takeFiles(files: readonly [File, ...File[]]): Promise<void> {
  if (await isModelFile(files[0])) await models.add(files[0]);
  else playFiles(files);
}

/** A camera that was allowed before starts at once; else the synthetic hands do, and nobody is asked. */
async function start(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('source');
  void sources.refreshCameras();
  const camera = asked !== 'synthetic' && (await cameraAllowed());
  if (player.choice) return; // somebody was quicker
  if (camera) sources.useCamera();
  else sources.useSynthetic();
}

void stage.openOverlay(notices).then(() => stage.setView(settings));
void start();
void models.restore();
