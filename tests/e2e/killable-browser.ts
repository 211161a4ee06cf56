import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { chromiumCommand } from '../../cli/chromium.ts';

/** A browser of its own processes, with a profile that outlives it. */
export interface KillableBrowser extends AsyncDisposable {
  readonly page: Page;
  /** Ends all its processes at once, as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Opens the app in a browser that can be killed; disposing it kills it.
 * @param profile folder of the browser's profile
 */
export async function openKillable(profile: string, path: string): Promise<KillableBrowser> {
  const { executablePath, args } = chromiumCommand([
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ]);
  // A group of its own: killed together, and nothing else with it.
  const browser = spawn(executablePath, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(browser, 'exit');
  const kill = async () => {
    if (browser.exitCode === null && browser.signalCode === null) {
      process.kill(-browser.pid!, 'SIGKILL');
    }
    await ended;
  };
  try {
    const connected = await chromium.connectOverCDP(await debuggerAddress(browser.stderr));
    const [context] = connected.contexts();
    const page = await context!.newPage();
    await page.goto(new URL(path, inject('appUrl')).href);
    return { page, kill, [Symbol.asyncDispose]: kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

async function debuggerAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('the browser ended before it listened');
}
