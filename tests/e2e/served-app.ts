import type { TestProject } from 'vitest/node';
import { serveApp } from '../../cli/app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served; ends in a slash. */
    appUrl: string;
  }
}

/** Builds the app where needed and serves it for all end-to-end tests, as `npm start` does. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const app = await serveApp({ port: 0 });
  project.provide('appUrl', app.url);
  return () => app.close();
}
