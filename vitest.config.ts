import { defineConfig } from 'vitest/config';

const shared = { env: { TZ: 'Europe/Stockholm' }, testTimeout: 120_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'enhet', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'] } },
      {
        test: {
          ...shared,
          name: 'webblasare',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
        },
      },
    ],
  },
});
