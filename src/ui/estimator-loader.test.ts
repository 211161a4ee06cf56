import { expect, test, vi } from 'vitest';
import type { OpenedInternet } from '../workers/open-internet.ts';
import { EstimatorLoader } from './estimator-loader.ts';
import { LITE, type ModelChoice } from './model-choice.ts';
import type { ModelsCard } from './models-card.ts';
import type { NetworkOffer } from './network-offer.ts';
import type { Notices } from './notices.ts';

/** Answers to the question for the landmarker's digest, each given by the test. */
const asked: ((sha256: string) => void)[] = [];

vi.mock('../workers/landmarker-digest.ts', () => ({
  landmarkerDigest: () => new Promise<string>((answer) => asked.push(answer)),
}));

vi.mock('./network-offer.ts', () => ({
  networkOffer: ({ id }: ModelChoice): NetworkOffer | null =>
    id === LITE ? { id, name: 'Lite', digest: async () => 'of lite', open: openFake } : null,
}));

async function openFake(): Promise<OpenedInternet> {
  return { state: { backend: 'webgpu' }, [Symbol.dispose]: () => {} } as unknown as OpenedInternet;
}

/** A loader, and the way a user chooses what it loads. */
function setup() {
  let choose: (choice: ModelChoice) => void = () => {};
  const models = {
    onChoose: (callback: typeof choose) => (choose = callback),
    engine: { show: () => {}, showCost: () => {}, showLoading: () => {} },
  };
  const events = { onChanged: () => {}, onNothingToCompare: () => {} };
  const card = models as unknown as ModelsCard;
  const loader = new EstimatorLoader(card, {} as Notices, events);
  return { loader, chooseLite: () => choose({ id: LITE }) };
}

test('what a recording says finds the joints is what still does when that is known', async () => {
  const { loader, chooseLite } = setup();
  const recorded = loader.recorded();
  await vi.waitUntil(() => asked.length > 0);
  chooseLite();
  await vi.waitUntil(() => loader.estimator.id === 'Lite');
  asked[0]!('of the landmarker');
  expect(await recorded).toEqual({
    estimator: { id: 'Lite', sha256: 'of lite', backend: 'webgpu' },
    making: loader.making,
  });
});
