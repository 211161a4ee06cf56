import type { Page } from 'playwright-core';
import { openApiPage } from './api-page.ts';
import type { RecordSummary } from '../src/record-file.ts';

export interface RecordInPageOptions {
  /** Path of the network's ONNX file; null: the detector's own landmarks. */
  readonly model: string | null;
  readonly backend: 'auto' | 'webgpu' | 'wasm';
  readonly raw: boolean;
  /** Takes lines of the pose stream, each with its line feed; the page waits for it. */
  readonly onLines: (lines: string) => Promise<void>;
}

/**
 * Records a file of this machine in the app's own API page.
 * @throws Error that says what is wrong with the input in a sentence
 */
export async function recordInPage(
  page: Page,
  appUrl: string,
  input: string,
  { model, backend, raw, onLines }: RecordInPageOptions,
): Promise<RecordSummary> {
  await page.exposeFunction('takeLines', onLines);
  await openApiPage(page, appUrl);
  await page.setInputFiles('#file', input);
  if (model) await page.setInputFiles('#model', model);
  const result = await page.evaluate(
    async (options) => {
      const { recordFile, describeError } = window.handstream!;
      const file = document.querySelector<HTMLInputElement>('#file')!.files![0]!;
      const model = document.querySelector<HTMLInputElement>('#model')!.files![0] ?? null;
      const { takeLines } = window as unknown as { takeLines: (lines: string) => Promise<void> };
      try {
        return { summary: await recordFile(file, { ...options, model, onLines: takeLines }) };
      } catch (error) {
        const { what, todo } = describeError(error);
        return { problem: `${what} ${todo}` };
      }
    },
    { backend, raw },
  );
  if (result.summary) return result.summary;
  throw new Error(result.problem);
}
