/** A cursor over the tokens of one SQL statement. */
import type { SqlToken } from '../../contracts/sql-tokens.js';

export class TokenReader {
  private at = 0;

  constructor(private readonly tokens: readonly SqlToken[]) {}

  peek(): SqlToken | null {
    return this.tokens[this.at] ?? null;
  }

  next(): SqlToken | null {
    const token = this.peek();
    if (token !== null) this.at += 1;
    return token;
  }

  /** The next token as a keyword in lower case; '' when it is none. */
  peekWord(): string {
    const token = this.peek();
    return token?.kind === 'name' && !token.quoted ? token.text.toLowerCase() : '';
  }

  /** Takes the next token and gives it as a keyword. */
  word(): string {
    const word = this.peekWord();
    this.next();
    return word;
  }

  /** Takes the keyword if it is next. */
  takes(word: string): boolean {
    if (this.peekWord() !== word) return false;
    this.at += 1;
    return true;
  }

  takesSymbol(symbol: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'symbol' || token.text !== symbol) return false;
    this.at += 1;
    return true;
  }

  skipWords(...words: string[]): void {
    while (words.includes(this.peekWord())) this.at += 1;
  }

  /** A name, quoted or not; null (and nothing taken) when there is none. */
  name(): string | null {
    const token = this.peek();
    if (token?.kind !== 'name') return null;
    this.at += 1;
    return token.text;
  }

  /** The last part of `database.schema.table`. */
  qualifiedName(): string | null {
    let name = this.name();
    while (name !== null && this.takesSymbol('.')) name = this.name();
    return name;
  }

  /** What stands between the parenthesis that is next and its partner, taken; null when there is none. */
  parenthesised(): SqlToken[] | null {
    if (!this.takesSymbol('(')) return null;
    const inner: SqlToken[] = [];
    let depth = 1;
    for (let token = this.next(); token !== null; token = this.next()) {
      if (token.kind === 'symbol' && token.text === '(') depth += 1;
      if (token.kind === 'symbol' && token.text === ')') depth -= 1;
      if (depth === 0) break;
      inner.push(token);
    }
    return inner;
  }
}

/** Parts between commas that stand in no parenthesis. */
export function partsOf(tokens: readonly SqlToken[]): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const symbol = token.kind === 'symbol' ? token.text : '';
    if (symbol === '(') depth += 1;
    if (symbol === ')') depth -= 1;
    if (symbol === ',' && depth === 0) parts.push([]);
    else parts[parts.length - 1]!.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
