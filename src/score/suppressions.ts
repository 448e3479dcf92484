/**
 * Inline comments that accept a site: `// shipworthy-ignore-next-line <id> -- reason`. One speaks for the next line that
 * is not such a comment itself, so that several can be stacked. Without a reason it is void.
 */
import { append } from '../contracts/multimap.js';
import type { SuppressionSummary } from '../contracts/audit.js';
import type { SuppressionFact } from '../contracts/facts.js';
import { inertLine } from '../contracts/inert.js';
import type { FileSuppressions } from './options.js';
import { compareText } from './order.js';

interface Entry {
  path: string;
  fact: SuppressionFact;
  used: boolean;
}

export class Suppressions {
  /** `path`, line that is spoken for → entries. */
  readonly #byLine = new Map<string, Map<number, Entry[]>>();
  readonly #entries: Entry[] = [];

  /** `judged`: ids of the checks of this run; `known`: ids of all there are. */
  constructor(
    files: readonly FileSuppressions[],
    private readonly judged: ReadonlySet<string>,
    private readonly known: ReadonlySet<string>,
  ) {
    for (const { path, suppressions } of files) this.#add(path, suppressions);
  }

  /** From the last to the first, so that each of a stack finds its line at the one below it. */
  #add(path: string, facts: readonly SuppressionFact[]): void {
    const spokenFor = new Map<number, number>();
    const lines = this.#byLine.get(path) ?? new Map<number, Entry[]>();
    this.#byLine.set(path, lines);
    for (const fact of [...facts].sort((a, b) => b.line - a.line)) {
      const line = spokenFor.get(fact.line + 1) ?? fact.line + 1;
      spokenFor.set(fact.line, line);
      const entry = { path, fact, used: false };
      this.#entries.push(entry);
      append(lines, line, entry);
    }
  }

  /** The suppression of a site that does not pass, or null. Marks it as used. */
  match(ruleId: string, path: string, line: number): { reason: string; line: number } | null {
    const entries = this.#byLine.get(path)?.get(line) ?? [];
    const entry = entries.find(({ fact }) => fact.reason.trim() !== '' && fact.ids.includes(ruleId));
    if (entry === undefined) return null;
    entry.used = true;
    return { reason: inertLine(entry.fact.reason), line: entry.fact.line };
  }

  /** All suppressions with what is wrong with them, by path and line. Ask when every site was matched. */
  summary(): SuppressionSummary[] {
    return this.#entries
      .map((entry) => ({
        path: entry.path,
        line: entry.fact.line,
        ids: entry.fact.ids.map(inertLine),
        reason: inertLine(entry.fact.reason),
        used: entry.used,
        problem: this.#problem(entry),
      }))
      .sort((a, b) => compareText(a.path, b.path) || a.line - b.line);
  }

  #problem({ fact, used }: Entry): string {
    if (fact.ids.length === 0) return 'it names no check';
    const unknown = fact.ids.filter((id) => !this.known.has(id));
    if (unknown.length > 0) return `there is no check ${unknown.map((id) => `"${inertLine(id)}"`).join(', ')}`;
    if (fact.reason.trim() === '') return 'it gives no reason, so it does not count: add `-- why` after the check';
    // A check outside the profile was not run; its suppression may well be needed in another run.
    if (!used && fact.ids.every((id) => this.judged.has(id))) return 'it is not needed: no such site on the next line';
    return '';
  }
}
