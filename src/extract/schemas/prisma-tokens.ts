/** Words of a Prisma schema (prisma.io/docs/orm/reference/prisma-schema-reference, Prisma 7). One pass, linear. */

export interface PrismaToken {
  kind: 'word' | 'string' | 'symbol' | 'newline';
  text: string;
  start: number;
  end: number;
}

const MAXIMUM_TOKENS = 400_000;

export function prismaTokens(text: string): PrismaToken[] {
  const tokens: PrismaToken[] = [];
  let at = 0;
  while (at < text.length && tokens.length < MAXIMUM_TOKENS) {
    const char = text[at]!;
    if (char === '\n') tokens.push({ kind: 'newline', text: char, start: at, end: at + 1 });
    if (char <= ' ') {
      at += 1;
      continue;
    }
    if (char === '/' && text[at + 1] === '/') {
      at = lineEnd(text, at);
      continue;
    }
    const end = char === '"' ? stringEnd(text, at) : isWord(char) ? wordEnd(text, at) : at + 1;
    const kind = char === '"' ? 'string' : isWord(char) ? 'word' : 'symbol';
    const content = kind === 'string' ? text.slice(at + 1, text[end - 1] === '"' && end - 1 > at ? end - 1 : end) : text.slice(at, end);
    tokens.push({ kind, text: content, start: at, end });
    at = end;
  }
  return tokens;
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** A string ends at its quote or, when that is missing, with its line. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return Math.min(text[at] === '"' ? at + 1 : at, text.length);
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && (isWord(text[at]!) || text[at] === '-' || text[at] === '.')) at += 1;
  return at;
}

function isWord(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || (char >= '0' && char <= '9') || char === '_' || char > '\u007f';
}
