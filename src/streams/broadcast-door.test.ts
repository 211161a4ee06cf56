import { describe, expect, test } from 'vitest';
import { answerKnock, type BroadcastDoorOptions, type Knock } from './broadcast-door.ts';
import { BROADCAST_VERSION } from './broadcast-messages.ts';

const OWN = 'https://hands.example';
const OTHER = 'https://other.example';
const LISTEN = { handstream: 'listen', version: BROADCAST_VERSION };

/** Knocks from a window that keeps what it is answered. */
async function knock(
  { data = LISTEN, origin = OTHER }: { data?: unknown; origin?: string },
  allowed: readonly string[] = [],
) {
  const answers: { message: unknown; targetOrigin: string; ports: readonly unknown[] }[] = [];
  const asked: string[] = [];
  const listeners: MessagePort[] = [];
  const source = {
    closed: false,
    postMessage(message: unknown, options: { targetOrigin: string; transfer?: unknown[] }) {
      const { targetOrigin, transfer = [] } = options;
      answers.push({ message, targetOrigin, ports: transfer });
    },
  };
  const options: BroadcastDoorOptions = {
    ownOrigin: OWN,
    mayListen: (origin) => {
      asked.push(origin);
      return Promise.resolve(allowed.includes(origin));
    },
    onListener: (port) => listeners.push(port),
  };
  await answerKnock({ data, origin, source: source as unknown as Knock['source'] }, options);
  for (const port of listeners) port.close();
  return { answers, asked, listeners };
}

describe('who may listen', () => {
  test('the own origin, unasked', async () => {
    const { answers, asked, listeners } = await knock({ origin: OWN });
    expect(asked).toEqual([]);
    expect(listeners).toHaveLength(1);
    expect(answers).toMatchObject([
      { message: { handstream: 'welcome', version: 1 }, targetOrigin: OWN },
    ]);
    expect(answers[0]!.ports).toHaveLength(1);
  });

  test('another origin only if it is allowed', async () => {
    const { answers, asked, listeners } = await knock({ origin: OTHER }, [OTHER]);
    expect(asked).toEqual([OTHER]);
    expect(listeners).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      message: { handstream: 'welcome' },
      targetOrigin: OTHER,
    });
  });

  test('else it is refused, and hears nothing', async () => {
    const similar = await knock({ origin: 'https://hands.example.evil.test' }, [OTHER]);
    expect(similar.listeners).toEqual([]);
    expect(similar.answers).toEqual([
      {
        message: { handstream: 'refused', version: 1, reason: 'origin' },
        targetOrigin: 'https://hands.example.evil.test',
        ports: [],
      },
    ]);
  });

  test('nobody is asked for a page without an origin, nor is it answered', async () => {
    const { answers, asked, listeners } = await knock({ origin: 'null' }, ['null']);
    expect({ answers, asked, listeners }).toEqual({ answers: [], asked: [], listeners: [] });
  });

  test('another version is told so, whoever asks', async () => {
    const { answers, asked } = await knock({ data: { ...LISTEN, version: 2 } }, [OTHER]);
    expect(asked).toEqual([]);
    expect(answers[0]!.message).toEqual({ handstream: 'refused', version: 1, reason: 'version' });
  });

  test('messages of others are left alone', async () => {
    for (const data of [null, 'listen', 7, {}, { handstream: 'frame' }, { type: 'listen' }]) {
      const { answers, asked, listeners } = await knock({ data, origin: OWN });
      expect({ answers, asked, listeners }).toEqual({ answers: [], asked: [], listeners: [] });
    }
  });
});
