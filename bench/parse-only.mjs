// The yardstick: read the files of a list and parse each with TypeScript's own createSourceFile, on one thread, dropping every tree.
// Run as a process of its own, so that its time holds what a user waits for: start-up, loading the parser, parsing.
import { readFileSync } from 'node:fs';
import { compiler as ts } from '../dist/extract/compiler.js';

const [, , listPath] = process.argv;
const files = readFileSync(listPath, 'utf8').split('\n').filter(Boolean);
const started = performance.now();
let lines = 0;
let bytes = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  bytes += text.length;
  lines += ts.createSourceFile(file, text, { languageVersion: ts.ScriptTarget.Latest }, false).getLineStarts().length;
}
console.log(JSON.stringify({ files: files.length, lines, bytes, milliseconds: performance.now() - started }));
