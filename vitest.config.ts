import { defineConfig } from 'vitest/config';

/** Tests that run what users run: the built program. */
const COMMAND_LINE = ['test/cli/**/*.test.ts'];

/** As in `bin/shipworthy.js`: a fifth less time on Node.js 20, whose engine alone knows the first of them. */
const ENGINE_FLAGS = process.versions.node.startsWith('20.') ? ['--interrupt-budget=400000', '--max-inlined-bytecode-size=100', '--max-inlined-bytecode-size-cumulative=200'] : [];

export default defineConfig({
  test: {
    execArgv: ENGINE_FLAGS,
    testTimeout: 30_000,
    // Two cores are what continuous integration has; more workers only repeat the parser's start-up.
    maxWorkers: 2,
    // No test changes what modules share, and loading the parser anew for each file would cost more than all tests.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'rooms', include: ['test/**/*.test.ts'], exclude: COMMAND_LINE } },
      { extends: true, test: { name: 'command line', include: COMMAND_LINE, globalSetup: ['test/support/build-once.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
