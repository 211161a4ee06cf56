import './tests/node-20.ts';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,build,cli,tests}/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/served-app.ts'],
          // One browser at a time: the machines this runs on have two cores.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A page that compiles shaders in software may not answer for seconds.
          expect: { poll: { timeout: 30_000, interval: 100 } },
        },
      },
    ],
  },
});
