/** What the beginning of a file says about its class. */

/** As much of a file as its class may depend on, in bytes. */
export const HEAD_BYTES = 16 * 1024;

/**
 * Did a tool write it? Only the comment before the first statement is believed: `@generated` (the convention of Relay, Buck,
 * GitHub linguist and Phabricator), Go's "Code generated … DO NOT EDIT", and sentences that say so of the file itself.
 */
export function isGenerated(head: string): boolean {
  const header = leadingComments(head);
  if (/@generated\b/.test(header)) return true;
  if (/\b(?:this|the|all)\b[^.\n]{0,30}\b(?:files?|code|modules?|types?)\b[^.\n]{0,20}\b(?:is|was|were|are|has been|have been)\s+(?:auto[- ]?|automatically\s+|machine[- ])?generated\b/i.test(header)) return true;
  if (/\b(?:auto[- ]?generated|automatically generated)\s+(?:file|code|by|from)\b/i.test(header)) return true;
  return /\bgenerated\b/i.test(header) && /\bdo not (?:edit|modify|change)\b/i.test(header);
}

const RE_EXPORT = /\s*export\s+(?:type\s+)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^{}]*\})\s*from\s*["'][^"'\n]+["']\s*;?/y;

/** `#!/usr/bin/env node`, with or without flags, and the other programs that run JavaScript. */
export function isRunByNode(head: string): boolean {
  return /^#![^\n]*[/ ](?:node|nodejs|tsx|ts-node|bun|deno|babel-node)\b/.test(head);
}

/** Nothing but `export … from '…'`: whoever wrote it, it says where other files' names come from. */
export function isBarrel(head: string): boolean {
  const text = head.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  // One statement after the other: a pattern for all of them would try every way to share out the white space between them.
  let end = 0;
  for (RE_EXPORT.lastIndex = 0; RE_EXPORT.test(text); ) end = RE_EXPORT.lastIndex;
  return end > 0 && text.slice(end).trim() === '';
}

/** Bundlers' run-time, which nobody writes by hand. */
export function isBundled(head: string): boolean {
  return /\bfunction __webpack_require__\(|\b__webpack_modules__\s*=|\bparcelRequire\b\s*=|\b__commonJS\s*=\s*\(/.test(head);
}

/** Helpers that TypeScript and Babel put at the top of what they emit as CommonJS. */
export function isCompiled(head: string): boolean {
  return /Object\.defineProperty\(exports,\s*["']__esModule["']|\bvar __(?:awaiter|importDefault|createBinding|decorate)\b|\bfunction _interopRequire(?:Default|Wildcard)\(/.test(head);
}

/** A function without a name is all of it: what CouchDB runs (`views/…/map.js`), and no module of JavaScript. */
export function isFunctionAlone(head: string): boolean {
  return /^function\s*\([\w$\s,]*\)\s*\{/.test(head.slice(leadingComments(head).length).trimStart());
}

/** Shorter lines are written by people. */
const LONG_LINE = 1000;

/**
 * Minified code: most of the text stands in very long lines that are dense with punctuation and poor in white space.
 * A long string of base64, SQL or prose is neither.
 */
export function isMinified(head: string): boolean {
  const long = head.split('\n').filter((line) => line.length >= LONG_LINE).join('');
  if (long.length < head.length / 2 || long.length === 0) return false;
  return count(long, /[;{}()=,]/g) / long.length > 0.08 && count(long, /\s/g) / long.length < 0.1;
}

/** Imports a test framework, which production code has no reason to do. */
export function importsTestFramework(head: string): boolean {
  return /(?:from\s*|import\s*|require\()["'](?:vitest|@jest\/globals|node:test|mocha|ava|tap|chai|supertest|sinon|nock|@[\w-]+\/testing|@testing-library\/[\w-]+|@playwright\/test|cypress|k6(?:\/[\w-]+)?)["']/.test(head);
}

/** Asks somebody at a terminal, as what is run by hand does. */
export function asksAtTerminal(head: string): boolean {
  return /(?:from\s*|require\()["'](?:inquirer|@inquirer\/prompts|enquirer|prompts|promptly|@clack\/prompts|readline-sync)["']|\bcreateInterface\(\s*\{\s*input:\s*process\.stdin/.test(head);
}

/** Test cases by the globals of Jest, Vitest, Mocha and Jasmine. */
export function hasTestCases(head: string): boolean {
  return importsTestFramework(head) || /^\s*(?:describe|it|test|beforeEach|beforeAll|jest\.mock)(?:\.\w+)?\(/m.test(head);
}

/** A migration of TypeORM, MikroORM, Knex, Sequelize, Umzug or node-pg-migrate. */
export function isMigration(head: string): boolean {
  return (
    /\bimplements\s+MigrationInterface\b|\bextends\s+Migration\b/.test(head) ||
    /\bexports?\.up\s*=|\bexport\s+(?:const|async function|function)\s+up\b|\bmodule\.exports\s*=\s*\{\s*(?:async\s+)?up\b|\basync\s+up\s*\(\s*(?:queryInterface|knex|pgm|db)\b/.test(head)
  );
}

export function isDataDefinition(head: string): boolean {
  return /\b(?:create|alter|drop)\s+(?:table|index|unique|policy|schema|type|view|materialized|extension|or\s+replace|function|trigger)\b/i.test(head);
}

/** A Kubernetes object. */
export function isOrchestration(head: string): boolean {
  return /^apiVersion:\s*\S/m.test(head) && /^kind:\s*\S/m.test(head);
}

/** White space, comments and a `#!` line before the first statement; directives such as `'use strict'` are passed over. */
function leadingComments(head: string): string {
  const blank = /^(?:#![^\n]*\n)?(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|["']use \w+["'];?)*/;
  return blank.exec(head)?.[0] ?? '';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
