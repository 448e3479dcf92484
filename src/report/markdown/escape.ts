/**
 * Text from audited code, made inert for GitHub Flavored Markdown (spec 0.29 with GitHub's own additions: mentions,
 * autolinks, mathematics). Nothing that comes through here can become a heading, link, image, HTML, mention or cell border.
 */
import { inert, inertLine } from '../../contracts/inert.js';

/** Punctuation that opens an inline construct somewhere in Markdown. */
const INLINE = /[\\`*_{}[\]|~#]/g;
/** An empty comment: it renders as nothing, and what it stands between is no longer one word to GitHub. */
const NOTHING = '<!-- -->';

/** For running text, headings, list items and table cells: one line in which every character shows as itself. */
export function escaped(text: string): string {
  return inertLine(text)
    .replace(INLINE, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('$', '<span>$</span>')
    .replace(/@(?=\w)/g, `@${NOTHING}`)
    .replace(/:(?=\/\/)/g, `:${NOTHING}`)
    .replace(/\b(www)\./gi, `$1${NOTHING}.`)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}

/** Wording of a rule: code spans stay code spans, all else is escaped. */
export function prose(text: string): string {
  return inertLine(text)
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : spaced(part)))
    .join('');
}

/** An inline code span, also within a table cell: GFM takes `\|` there for a bar, in code as well, but not elsewhere. */
export function code(text: string, where: 'cell' | 'text' = 'text'): string {
  const line = inertLine(text);
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  const span = `${fence}${padding}${line}${padding}${fence}`;
  return where === 'cell' ? span.replaceAll('|', '\\|') : span;
}

/** A reference of the rulebook: a link when it is to the web, else text. */
export function link(reference: string): string {
  return /^https?:\/\/\S+$/.test(reference) ? `<${encodeURI(inertLine(reference))}>` : escaped(reference);
}

/** A fenced block whose fence is longer than any in the code. */
export function codeBlock(source: string, language: string, indent = ''): string[] {
  const text = inert(source.replace(/\r\n?/g, '\n')).replace(/\s+$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${language}`, ...text.split('\n'), fence].map((line) => (line === '' ? '' : indent + line));
}

/** The language GitHub highlights a file of this name as; '' when it is not code that the audit reads. */
export function languageOf(path: string): string {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const known: Record<string, string> = { mts: 'ts', cts: 'ts', mjs: 'js', cjs: 'js', yml: 'yaml' };
  const language = Object.hasOwn(known, extension) ? (known[extension] ?? '') : extension;
  return ['ts', 'tsx', 'js', 'jsx', 'json', 'yaml', 'prisma', 'sql', 'toml'].includes(language) ? language : '';
}

/** `escaped`, with the blanks at its ends kept. */
function spaced(text: string): string {
  const body = escaped(text);
  if (body === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${body}${/\s$/.test(text) ? ' ' : ''}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}
