/**
 * Which paths a middleware's `matcher` takes (Next.js 16 documentation, proxy.js, Matcher). Only the forms that are in use are
 * understood; a pattern of the audited code is never run as a regular expression.
 */
import type { ValueRef } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import { handlersIn } from './handlers.js';
import { covers } from './paths.js';

export type PathMatch = (path: string) => 'yes' | 'no' | 'unknown';

export function matcherOf(link: Linking, values: readonly ValueRef[]): PathMatch {
  const { items, complete } = handlersIn(link, values, []);
  const matchers = items.flatMap((item): PathMatch[] => {
    const source = link.property(item, ['source']);
    // With `has` or `missing` it depends on the request.
    const isConditional = ['has', 'missing'].some((name) => link.property(item, [name]).kind === 'found');
    const patterns = (source.kind === 'found' ? source.values : [item]).flatMap((each) => link.constants(each) ?? [null]);
    return patterns.map((pattern) => (typeof pattern !== 'string' ? () => 'unknown' : isConditional ? unlessNo(patternMatch(pattern)) : patternMatch(pattern)));
  });
  return (path) => {
    const answers = matchers.map((match) => match(path));
    return answers.includes('yes') ? 'yes' : answers.includes('unknown') || !complete ? 'unknown' : 'no';
  };
}

function unlessNo(match: PathMatch): PathMatch {
  return (path) => (match(path) === 'no' ? 'no' : 'unknown');
}

function patternMatch(pattern: string): PathMatch {
  const excluding = /^\/\(\(\?!(.*)\)\.\*\)$/.exec(pattern);
  if (excluding !== null) return (path) => excludes(excluding[1]!, path);
  if (/[()]/.test(pattern) && !/^[^()]*\/\(\.\*\)$/.test(pattern)) return () => 'unknown';
  // `:path*` and `:path+` stand for any number of segments.
  const plain = pattern.replace(/\/:\w+[*+]$/, '/*').replace(/\/\(\.\*\)$/, '/*');
  return (path) => (/[?*+]/.test(plain.replace(/\/\*$/, '')) ? 'unknown' : covers(plain, path, 'pattern'));
}

/** `/((?!api|_next/static).*)`: all paths but those that begin so. */
function excludes(alternatives: string, path: string): 'yes' | 'no' | 'unknown' {
  const rest = path.slice(1);
  let unknown = false;
  for (const alternative of splitAlternatives(alternatives)) {
    const unescaped = alternative.replaceAll('\\.', '.').replaceAll('\\/', '/');
    const isWhole = unescaped.endsWith('$') && !unescaped.endsWith('.*$');
    const written = unescaped.replace(/(?:\.\*)?\$?$/, '');
    // `.*\..*` and the like leave out what has a dot in it: files, not routes.
    if (/^\.\*/.test(alternative) && alternative.includes('\\.') && !path.includes('.')) continue;
    if (/[()[\]?*+|\\^]/.test(written)) unknown = true;
    else if (isWhole ? rest === written : written !== '' && rest.startsWith(written)) return 'no';
  }
  return unknown ? 'unknown' : 'yes';
}

/** At the bars that stand outside parentheses. */
function splitAlternatives(text: string): string[] {
  const result: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    else if (text[index] === ')') depth -= 1;
    else if (text[index] === '|' && depth === 0) {
      result.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...result, text.slice(start)];
}
