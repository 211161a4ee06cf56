import { DEFAULT_SMOOTHING } from '../hands/smoothing.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import type { Making } from '../streams/recorder-continuity.ts';
import { describeError } from './describe-error.ts';
import type { EstimatorLoader } from './estimator-loader.ts';
import type { Notices } from './notices.ts';
import type { Player } from './player.ts';
import { RecordBar } from './record-bar.ts';
import { RecordCard } from './record-card.ts';
import { RecordSession, type EndedSession, type RecordSessionOptions } from './record-session.ts';
import { isRecordable, recordedSource, type RecordableChoice } from './record-source.ts';
import type { RecordSwitches } from './record-switches.ts';
import { describeBreak, describeVideoEnd, endedWords } from './record-words.ts';
import { stoppedWords } from './saved-words.ts';
import type { SettingsCard } from './settings-card.ts';

/** Numbers change at most this often, so that they can be read. */
const NUMBERS_EVERY_MS = 250;

/** What of the page recordings are made of. */
export interface RecordedPage {
  readonly player: Player;
  readonly estimators: EstimatorLoader;
  readonly settings: SettingsCard;
  readonly notices: Notices;
  readonly switches: RecordSwitches;
  /** Plays a recording, with the video beside it, where there is one. */
  readonly replay: (files: readonly [File, ...File[]]) => void;
}

/** Why the page ends a recording: its user said so, or what it records is over. */
type Ending = 'stopped' | 'source';

/** Recording in the page: its button, its numbers, and the list of what was recorded. */
export class RecordPanel {
  readonly #page: RecordedPage;
  readonly #bar = new RecordBar(() => this.toggle());
  readonly #card: RecordCard;
  #session: RecordSession | null = null;
  #busy = false;
  /** What can be recorded now. */
  #choice: RecordableChoice | null = null;
  /** Counts the player's runs: a recording that begins belongs to one. */
  #run = 0;
  #numbersMs = -Infinity;

  constructor(page: RecordedPage) {
    this.#page = page;
    const { notices, switches, replay } = page;
    const asksForPlace = () => switches.asksForPlace;
    this.#card = new RecordCard({ notices, replay, asksForPlace });
    page.player.runs.subscribe((choice) => {
      this.endWithSource();
      // What is paused is closed, and begins anew.
      this.#allow(choice && isRecordable(choice) ? choice : null);
    });
    for (const leaving of ['pagehide', 'visibilitychange']) {
      addEventListener(leaving, () => this.#session?.flush());
    }
    void this.#restore();
  }

  /** Begins to record, or stops. */
  toggle(): void {
    if (this.#session) void this.#finish(this.#session, 'stopped');
    else if (this.#choice && !this.#busy) void this.#begin(this.#choice);
  }

  /** Records a frame, lent, where a recording is on. */
  take(live: LivePoseFrame, nowMs: number): void {
    const session = this.#session;
    if (!session) return;
    session.take(live, this.#making);
    if (nowMs - this.#numbersMs < NUMBERS_EVERY_MS) return;
    this.#numbersMs = nowMs;
    this.#bar.showProgress(session.progress);
  }

  /** What is recorded is over: it ended, or broke, or another source begins. */
  endWithSource(): void {
    this.#run += 1;
    this.#allow(null);
    if (this.#session) void this.#finish(this.#session, 'source');
  }

  #allow(choice: RecordableChoice | null): void {
    this.#choice = choice;
    this.#bar.allow(choice !== null);
  }

  async #restore(): Promise<void> {
    if (!(await this.#card.restore())) return;
    this.#bar.say('A recording that was cut short was recovered: it is under Recordings.');
  }

  async #begin(choice: RecordableChoice): Promise<void> {
    this.#busy = true;
    this.#bar.say('');
    this.#bar.showState('starting');
    const run = this.#run;
    try {
      const header = await this.#header(choice);
      const onEnd = () => void this.#finish(session, 'stopped');
      const session = await RecordSession.begin({
        ...header,
        withVideo: this.#page.switches.video,
        onEnd,
      });
      this.#session = session;
      void this.#card.askToKeep();
      this.#bar.showProgress(session.progress);
      this.#bar.showState('recording');
      if (run !== this.#run) await this.#finish(session, 'source');
    } catch (error) {
      this.#page.notices.show(describeError(error));
      this.#bar.showState('idle');
    } finally {
      this.#busy = false;
    }
  }

  async #finish(session: RecordSession, ending: Ending): Promise<void> {
    if (this.#session !== session) return; // it is ending already
    this.#session = null;
    this.#busy = true;
    this.#bar.showState('ending');
    try {
      await this.#settle(await session.finish(), ending);
    } catch (error) {
      this.#page.notices.show(describeError(error));
    } finally {
      this.#busy = false;
      this.#bar.showState('idle');
    }
  }

  async #settle(ended: EndedSession, ending: Ending): Promise<void> {
    const { id, recording, end, videoEnd } = ended;
    if (end && end.type !== 'broken') this.#page.notices.show(describeBreak(end));
    else if (videoEnd) this.#page.notices.show(describeVideoEnd(videoEnd));
    if (!recording) {
      await this.#card.discard(id);
      return this.#bar.say('Nothing was recorded: no frame came.');
    }
    await this.#card.add(recording);
    if (end?.type === 'broken') return this.#bar.say(endedWords(end.by));
    if (end) return;
    if (ending === 'source') return this.#bar.say(endedWords('source'));
    // A browser wants the user's own key or click for this, so it is for recordings that were stopped.
    const saved = await this.#card.save(recording);
    // Another place would want another click: the video is for the list then.
    if (saved !== 'no' && !this.#page.switches.asksForPlace) await this.#card.saveVideo(recording);
    this.#bar.say(stoppedWords(recording, saved));
  }

  /** What the header is to say, and of which frames it is true. */
  async #header(choice: RecordableChoice): Promise<Pick<RecordSessionOptions, 'lines' | 'making'>> {
    const { estimators, settings, switches } = this.#page;
    const { estimator, making } = await estimators.recorded();
    const { smoothing } = settings;
    const lines = {
      source: recordedSource(choice),
      estimator,
      smoothing: smoothing ? DEFAULT_SMOOTHING : 'off',
      raw: switches.raw,
      createdAt: new Date(),
    } as const;
    return { lines, making: { estimator: making, smoothing } };
  }

  get #making(): Making {
    const { estimators, settings } = this.#page;
    return { estimator: estimators.making, smoothing: settings.smoothing };
  }
}
