import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** What a machine without a browser is told. */
export const INSTALL_CHROMIUM =
  'no Chromium or Chrome found; install one (Debian, Ubuntu: apt-get install -y chromium; ' +
  'macOS: brew install --cask google-chrome) or set CHROME_PATH to its executable';

/** The Chromium of this machine: CHROME_PATH, else the first on PATH, else the usual places. */
export function findChromium(): string | undefined {
  const given = process.env['CHROME_PATH'];
  if (given) return existsSync(given) ? given : undefined;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path));
}

/** Nothing of this project needs the network; without these Chromium tries to call home. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** WebGL2 and WebGPU in software, for machines without a GPU (CI). */
const SOFTWARE_GPU = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** On Linux a GPU shows as a render node; elsewhere assume that there is one. */
function hasGpu(): boolean {
  return process.platform !== 'linux' || existsSync('/dev/dri');
}

/**
 * How the machine's Chromium is started, and with what.
 * @throws Error(INSTALL_CHROMIUM) when there is none
 */
export function chromiumCommand(extraFlags: readonly string[] = []): {
  readonly executablePath: string;
  readonly args: string[];
} {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(INSTALL_CHROMIUM);
  // Chromium refuses to sandbox for root, which is who runs in containers.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const gpu = hasGpu() ? ['--enable-unsafe-webgpu'] : SOFTWARE_GPU;
  return { executablePath, args: [...asRoot, ...QUIET, ...gpu, ...extraFlags] };
}

/**
 * Starts the machine's Chromium without a window. The caller closes it.
 * @throws Error(INSTALL_CHROMIUM) when there is none
 */
export async function launchChromium(extraFlags: readonly string[] = []): Promise<Browser> {
  return chromium.launch(chromiumCommand(extraFlags));
}
