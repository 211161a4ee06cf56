import { blobSource } from '../models/byte-source.ts';
import { digestOf } from '../models/file-digest.ts';
import type { CheckUpAnswer } from '../workers/internet-check-up.ts';
import { openInternet, type OpenedInternet } from '../workers/open-internet.ts';
import { fetchLite, LITE_NAME, openLite } from '../workers/open-lite.ts';
import type { Progress } from '../workers/progress.ts';
import { LANDMARKER, LITE, type ModelChoice, type StoredChoice } from './model-choice.ts';

export interface OpeningOptions {
  readonly onProgress: Progress;
  readonly signal: AbortSignal;
}

/** A network that a choice asks for. */
export interface NetworkOffer {
  readonly id: string;
  /** In messages and recordings. */
  readonly name: string;
  /** SHA-256 of its file, as hex. */
  readonly digest: () => Promise<string>;
  /** @throws InternetFailure, or the signal's reason */
  open(options: OpeningOptions): Promise<OpenedInternet>;
}

/**
 * The network that has to run: the chosen one, or the built-in one beside the landmarks.
 * @param keepAnswer keeps with a stored model what WebAssembly answered to its check-up
 */
export function networkOffer(
  choice: ModelChoice,
  compare: boolean,
  keepAnswer: (id: string, answer: CheckUpAnswer) => Promise<void>,
): NetworkOffer | null {
  if ('model' in choice) return storedNetwork(choice, keepAnswer);
  if (choice.id === LANDMARKER && !compare) return null;
  return { id: LITE, name: LITE_NAME, digest: digestOfLite, open: openLite };
}

async function digestOfLite(): Promise<string> {
  return digestOf(blobSource(await fetchLite(), LITE_NAME));
}

function storedNetwork(
  { model, file }: StoredChoice,
  keepAnswer: (id: string, answer: CheckUpAnswer) => Promise<void>,
): NetworkOffer {
  const { id, name } = model;
  const known = isAnswer(model.answer) ? model.answer : null;
  return {
    id,
    name,
    digest: async () => model.sha256,
    async open(options) {
      const engine = await openInternet({
        ...options,
        model: file,
        name,
        ...(known && { knownAnswer: known }),
      });
      const { answer } = engine;
      if (answer && answer !== known) {
        // Not kept, it is computed again the next time.
        await keepAnswer(id, answer).catch(console.warn);
      }
      return engine;
    },
  };
}

/** Kept by this very function; an answer to another version's check-up is refused by its name. */
function isAnswer(value: unknown): value is CheckUpAnswer {
  return typeof value === 'object' && value !== null && 'picture' in value;
}
