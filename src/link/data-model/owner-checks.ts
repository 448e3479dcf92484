/** A row's owner held against the caller: `if (video.ownerId !== user.id) throw …` keeps the row to one person, who is of one tenant. */
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { factOf } from '../value-graph.js';
import { placeOf, sharesValue } from './checks.js';
import type { FoundQuery } from './found-query.js';
import { isCallerValue } from './lookups.js';
import { namesPersonColumn, normal } from './names.js';
import type { Control } from './scope.js';

/** A comparison of a column that names a person with something else. */
interface OwnerComparison {
  start: number;
  end: number;
  /** Does it hold where the row is somebody else's? */
  isDifference: boolean;
  inFunction: number;
  column: string;
  other: FileValue;
}

const COMPARISONS = new WeakMap<IndexedFile, readonly OwnerComparison[]>();

/**
 * Is the row that the query reads, or the one that it changes and that was read before by the same value, compared with the caller?
 * @returns null when no such comparison is seen
 */
export function ownerChecks(link: Linking, query: FoundQuery, all: readonly FoundQuery[]): Control | null {
  const { file } = indexed(query.value);
  const { start } = factOf(query.value);
  const inFunction = file.functionAt(start);
  for (const comparison of comparisonsIn(file)) {
    if (comparison.inFunction !== inFunction || !holdsColumn(query, comparison.column)) continue;
    const isOfThisRow = query.operation === 'read' ? comparison.start > start : comparison.start < start && isReadBefore(query, comparison, all);
    if (isOfThisRow && isCallerValue(link, comparison.other)) {
      const evidence = [{ location: link.location(comparison.other), text: 'compares the owner' }];
      if (refusesOthers(file, comparison, start)) return { filtered: 'yes', reason: "the row's owner is compared with the caller", evidence };
      return { filtered: 'unknown', reason: "whether others than the row's owner, who is compared with the caller, are refused", evidence };
    }
  }
  return null;
}

/** Left where the row is another's (`!==`), or done only where it is the caller's (`===`). */
function refusesOthers(file: IndexedFile, { start, end, isDifference }: OwnerComparison, query: number): boolean {
  return file.facts.blocks.some((block) => {
    if (block.kind !== 'then' || block.condition < 0) return false;
    const condition = file.facts.values[block.condition]!;
    if (condition.start > start || end > condition.end) return false;
    return isDifference ? block.exits && /^(?:return|throw|mixed)$/.test(block.exitKind) : block.start <= query && query < block.end;
  });
}

function comparisonsIn(file: IndexedFile): readonly OwnerComparison[] {
  let known = COMPARISONS.get(file);
  if (known === undefined) {
    known = file.valuesOfKind('binary').flatMap((id): OwnerComparison[] => {
      const fact = file.facts.values[id]!;
      if (fact.kind !== 'binary' || !/^[!=]==?$/.test(fact.operator)) return [];
      return [[fact.left, fact.right] as const, [fact.right, fact.left] as const].flatMap(([column, other]) => {
        const member = file.facts.values[column];
        const isPerson = member?.kind === 'member' && member.name !== null && namesPersonColumn(member.name);
        return isPerson ? [{ start: fact.start, end: fact.end, isDifference: fact.operator.startsWith('!'), inFunction: file.functionAt(fact.start), column: member.name!, other: { file, id: other } }] : [];
      });
    });
    COMPARISONS.set(file, known);
  }
  return known;
}

function holdsColumn(query: FoundQuery, name: string): boolean {
  return query.known.some((entity) => entity.columns.some((column) => !column.isRelation && normal(column.name) === normal(name)));
}

/** A read of the same entity by one of the values that are used here, before the comparison. */
function isReadBefore(query: FoundQuery, comparison: OwnerComparison, all: readonly FoundQuery[]): boolean {
  const place = placeOf(query.value, query.values);
  return all.some((other) => {
    if (other.operation !== 'read' || indexed(other.value).file !== place.file) return false;
    const at = factOf(other.value).start;
    return at < comparison.start && place.file.functionAt(at) === comparison.inFunction && other.known.some((entity) => query.known.includes(entity)) && sharesValue(other, place);
  });
}
