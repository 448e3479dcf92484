/**
 * The tool's own identity of a finding: check, source line without its white space, enclosing symbol, and which of the
 * equal ones it is. Line numbers and the path are not in it, so that a finding stays itself when code moves within a file
 * or a file is renamed; the path stands beside it in the report as a hint.
 */
import { createHash } from 'node:crypto';

/** Version of the recipe; a change makes every fingerprint new. */
const RECIPE = 'shipworthy/1';
const HEXADECIMAL_DIGITS = 32;

/** Gives fingerprints within one check; the order of the calls decides which occurrence a finding is. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  constructor(private readonly ruleId: string) {}

  /** `text` is the source line, or the site's label where there is no source. */
  of(text: string, symbol: string): string {
    const identity = JSON.stringify([RECIPE, this.ruleId, text.replace(/\s+/g, ''), symbol]);
    const occurrence = this.#seen.get(identity) ?? 0;
    this.#seen.set(identity, occurrence + 1);
    return createHash('sha256').update(`${identity}#${occurrence}`).digest('hex').slice(0, HEXADECIMAL_DIGITS);
  }
}
