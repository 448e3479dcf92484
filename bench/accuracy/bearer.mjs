/**
 * Cases of Bearer/bearer-rules (tests/javascript): files in which a comment `bearer:expected <rule>` stands above each line that
 * must be reported. A file without any is a safe one.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { BEARER_FAMILIES } from './families.mjs';

const EXPECTED = /^\s*(?:\/\/|\{?\/\*|<!--)\s*bearer:expected\s+(\w+)/;

/** @returns {{ family: string, name: string, extension: string, text: string, expected: number[] }[]} */
export function bearerCases(directory) {
  const tests = join(directory, 'tests/javascript');
  const rules = Object.entries(BEARER_FAMILIES).flatMap(([family, names]) => names.map((name) => ({ family, name })));
  return rules.flatMap(({ family, name }) => {
    const data = join(tests, name, 'testdata');
    if (!existsSync(data)) return [];
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map((entry) => caseOf(family, name, join(entry.parentPath, entry.name)));
  });
}

function caseOf(family, rule, file) {
  const text = readFileSync(file, 'utf8');
  const lines = text.split(/\r?\n/);
  const own = `javascript_${rule.replace('/', '_')}`;
  const expected = lines.flatMap((line, index) => (EXPECTED.exec(line)?.[1] === own ? [nextCodeLine(lines, index)] : []));
  return { family, name: `bearer ${rule}/${basename(file)}`, extension: extname(file), text, expected };
}

/** 1-based line that a comment at `index` speaks of: the next that is no such comment itself. */
function nextCodeLine(lines, index) {
  let next = index + 1;
  while (next < lines.length && (EXPECTED.test(lines[next]) || lines[next].trim() === '')) next += 1;
  return next + 1;
}
