import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests of the command line run what users run: the built program.
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 30_000,
    // Two cores are what continuous integration has; more workers only repeat the parser's start-up.
    maxWorkers: 2,
  },
});
