import type { Page } from 'playwright-core';
import { openApiPage } from './api-page.ts';
import { isBundled } from './evaluate/model-name.ts';
import type { RecordSummary } from '../src/record-file.ts';

export interface RecordInPageOptions {
  /** One of the built-in ones (`RecordModel`), or the path of a network's ONNX file. */
  readonly model: string;
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
  const bundled = isBundled(model) ? model : null;
  if (!bundled) await page.setInputFiles('#model', model);
  const result = await page.evaluate(
    async ({ bundled, ...options }) => {
      const { recordFile, describeError } = window.handstream!;
      const file = document.querySelector<HTMLInputElement>('#file')!.files![0]!;
      const own = document.querySelector<HTMLInputElement>('#model')!.files![0]!;
      const { takeLines } = window as unknown as { takeLines: (lines: string) => Promise<void> };
      try {
        return {
          summary: await recordFile(file, {
            ...options,
            model: bundled ?? own,
            onLines: takeLines,
          }),
        };
      } catch (error) {
        const { what, todo } = describeError(error);
        return { problem: `${what} ${todo}` };
      }
    },
    { bundled, backend, raw },
  );
  if (result.summary) return result.summary;
  throw new Error(result.problem);
}
