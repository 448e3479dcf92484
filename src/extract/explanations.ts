import type { ts } from 'ts-morph';
import type { Walk } from './walk.js';

/** What tools are told, and what somebody means to do one day, explain nothing. */
const DIRECTIVE = /^[\s*/]*(?:eslint|tslint|jshint|jslint|biome|prettier|ts-|@ts-|istanbul|c8|v8|sonar|nosonar|noinspection|todo|fixme|xxx|shipworthy-)/i;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Does a comment between the statements of the block tell a reader something? */
export function isExplained(walk: Walk, block: ts.Block): boolean {
  const { text } = walk.file;
  let from = walk.startOf(block) + 1;
  for (const statement of block.statements) {
    if (hasProse(text.slice(from, walk.startOf(statement)))) return true;
    from = statement.end;
  }
  return hasProse(text.slice(from, Math.max(from, block.end - 1)));
}

/** A comment begins no farther above, in characters; files of one line are long. */
const FARTHEST = 2000;

/** It does nothing or tells why not; what stands above a function is mostly about what it does, or made by a generator. */
const REFUSAL = /\b(?:no|not|nothing|no-?op|never|cannot|can't|won't|don't|irreversible)\b/i;

/** @returns whether the lines of comments right above the line of the offset tell a reader that what stands there does nothing; tags of a documentation comment do not count */
export function isExplainedAbove(walk: Walk, offset: number): boolean {
  const above = walk.file.text.slice(Math.max(0, offset - FARTHEST), offset);
  let end = above.lastIndexOf('\n');
  while (end > 0) {
    const start = above.lastIndexOf('\n', end - 1) + 1;
    const line = above.slice(start, end).trim();
    if (!/^(?:\/\/|\/\*|\*)/.test(line)) return false;
    if (REFUSAL.test(line.replace(/@.*$/, '')) && !DIRECTIVE.test(line)) return true;
    end = start - 1;
  }
  return false;
}

function hasProse(trivia: string): boolean {
  return (trivia.match(COMMENT) ?? []).some((comment) => !DIRECTIVE.test(comment) && /[A-Za-z\u00c0-\uffff]{2}/.test(comment));
}
