/**
 * The fingerprint by which GitHub code scanning recognises an alert when its line moves: a 64-bit rolling hash of the
 * 100 characters from the start of a line on, spaces and tabs left out, and the number of the occurrence.
 *
 * Algorithm and constants: github/codeql-action, `src/fingerprints.ts` (MIT), read at its main branch of November 2026;
 * `test/score/line-hash.test.ts` holds that project's own vectors. The 64-bit number is kept as two halves, because each
 * product of a half with a character code stays below 2^53 and is exact; BigInt is ten times slower.
 */

const WINDOW = 100;
const MULTIPLIER = 37;
const END_OF_FILE = 65535;
const TWO_TO_32 = 0x1_0000_0000;

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** MULTIPLIER to the power WINDOW: the weight of the character that leaves the window. */
const LEAVING = power(MULTIPLIER, WINDOW);

/** The hashes of a file's lines. They are told as texts only where somebody asks: few lines of a file have findings. */
export class LineHashes {
  /** Upper and lower halves, in turn. */
  readonly #halves: number[] = [];

  /** @param lines without line ends; a file of no lines has one, empty. Null for a file that is not there, which has no hashes. */
  constructor(lines: readonly string[] | null) {
    if (lines === null) return;
    const rolling = new RollingHash((high, low) => this.#halves.push(high, low));
    rolling.push(lines.join('\n'));
    rolling.end();
  }

  get count(): number {
    return this.#halves.length / 2;
  }

  /** `<hexadecimal>:<occurrence>` of a line, 1-based; '' when it is not there. */
  of(line: number): string {
    const at = (line - 1) * 2;
    const [high, low] = [this.#halves[at], this.#halves[at + 1]];
    if (high === undefined || low === undefined) return '';
    let occurrence = 0;
    for (let each = 0; each <= at; each += 2) if (this.#halves[each] === high && this.#halves[each + 1] === low) occurrence += 1;
    return `${hexadecimal(high, low)}:${occurrence}`;
  }
}

class RollingHash {
  readonly #window = new Uint16Array(WINDOW);
  /** Does the character at this place of the window start a line? */
  readonly #startsLine = new Uint8Array(WINDOW);
  #index = 0;
  #high = 0;
  #low = 0;
  #atLineStart = true;

  constructor(private readonly onLine: (high: number, low: number) => void) {}

  push(text: string): void {
    let afterReturn = false;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      const skipped = code === SPACE || code === TAB || (afterReturn && code === LINE_FEED);
      afterReturn = code === CARRIAGE_RETURN;
      if (!skipped) this.#take(afterReturn ? LINE_FEED : code);
    }
  }

  end(): void {
    this.#take(END_OF_FILE);
    for (let index = 0; index < WINDOW; index++) {
      this.#announce();
      this.#roll(0);
    }
  }

  #take(code: number): void {
    this.#announce();
    if (this.#atLineStart) this.#startsLine[this.#index] = 1;
    this.#atLineStart = code === LINE_FEED;
    this.#roll(code);
  }

  /** The window is full from here on: the hash is that of the line that starts at its oldest place. */
  #announce(): void {
    if (this.#startsLine[this.#index] !== 1) return;
    this.#startsLine[this.#index] = 0;
    this.onLine(this.#high, this.#low);
  }

  #roll(code: number): void {
    const leaving = this.#window[this.#index] ?? 0;
    this.#window[this.#index] = code;
    this.#index = (this.#index + 1) % WINDOW;
    const low = this.#low * MULTIPLIER + code - leaving * LEAVING.low;
    const carry = Math.floor(low / TWO_TO_32);
    this.#low = low - carry * TWO_TO_32;
    this.#high = modulo(this.#high * MULTIPLIER - leaving * LEAVING.high + carry);
  }
}

function power(base: number, exponent: number): { high: number; low: number } {
  const value = BigInt(base) ** BigInt(exponent);
  return { high: Number(BigInt.asUintN(32, value >> 32n)), low: Number(BigInt.asUintN(32, value)) };
}

function modulo(value: number): number {
  return value - Math.floor(value / TWO_TO_32) * TWO_TO_32;
}

function hexadecimal(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
