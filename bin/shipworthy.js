#!/usr/bin/env node
// Checks the Node version before loading anything that needs it, then hands over to the CLI.
import { statSync } from 'node:fs';
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`shipworthy needs Node.js 20.19 or newer; this is ${process.version}.`);
  process.exitCode = 2;
} else if (process.argv.length === 3 && /^(?:-V|--version)$/.test(process.argv[2])) {
  // Asked by scripts and hooks; the rest of the command line need not be loaded to answer.
  console.log(module.createRequire(import.meta.url)('../package.json').version);
} else {
  // The parser is thousands of short functions; V8 by default copies so many of them into each other that compiling costs more
  // than it saves. Must stand before TypeScript is loaded. Measured on Node 20.20, processor time of a whole audit: 6.7 → 5.2 s
  // (257,000 lines), 7.3 → 6.0 s (340,000 lines), 1.1 → 1.0 s (a small service). An engine without these flags would complain on
  // stderr, so they are not set for versions that were not out when this was written.
  if (major <= 24) {
    setFlagsFromString('--max-inlined-bytecode-size=100');
    setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  }
  // An audit runs much code a few times. V8 of Node.js 20 optimizes after so few rounds (67,584 bytes of bytecode) that much of what it
  // makes is soon thrown away or never pays. Measured, processor time: 2.3 → 1.8 s (96 files), 6.2 → 4.8 s (336 files), 14.1 → 12.8 s
  // (5,559 files). Later versions count calls, wait longer by themselves and do not know the flag.
  if (major === 20) setFlagsFromString('--interrupt-budget=400000');
  // Node.js 22.8 and later keep compiled code between runs, in the directory for temporary files or in NODE_COMPILE_CACHE. After the
  // flags, because code that was compiled under others is of no use. Measured on Node 24.21, processor time of an audit of 64 files:
  // 3.4 → 3.0 s.
  module.enableCompileCache?.();
  const { main } = await import(entry());
  await main(process.argv.slice(2));
}

/** The bundle, except in a checkout whose modules were compiled after it was made; the package has no such modules. */
function entry() {
  const [bundle, modules] = ['../dist/bundle/main.js', '../dist/cli/main.js'].map((path) => ({ path, time: statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  return bundle.time > modules.time ? bundle.path : modules.path;
}
