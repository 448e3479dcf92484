#!/usr/bin/env node
// Checks the Node version before loading anything that needs it, then hands over to the CLI.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`shipworthy needs Node.js 20.19 or newer; this is ${process.version}.`);
  process.exitCode = 2;
} else {
  const { main } = await import('../dist/cli/main.js');
  await main(process.argv.slice(2));
}
