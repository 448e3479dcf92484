import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Two cores are what continuous integration has; more workers only repeat the parser's start-up.
    maxWorkers: 2,
  },
});
