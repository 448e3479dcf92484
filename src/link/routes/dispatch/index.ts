/**
 * Servers that sort requests by hand: one function gets them all, and asks for method and address (`if (req.url === '/users' && req.method ===
 * 'POST') …`, `switch (pathname) …`), perhaps handing the request on to others that ask further. Each branch that asks for an address is a
 * route; its handler is the function without the branches of other routes, so that what stands around them runs for all.
 */
import type { ChainLink, FunctionRef, Route, ValueRef } from '../../../contracts/program.js';
import type { Offset } from '../../../contracts/facts.js';
import { type FileValue, type Linking, indexed } from '../../linking.js';
import { functionKeyOf } from '../../value-graph.js';
import { functionsOf, handlerFunction } from '../handlers.js';
import { ANYTHING, type Asked, askedBy, askedByCase, both } from './questions.js';

const MAXIMUM_DEPTH = 4;
const MAXIMUM_ROUTES = 400;

interface Extent {
  start: Offset;
  end: Offset;
}

/** A branch that asks for something of the request. */
interface Branch extends Extent {
  /** What it asks, with what the branches around it ask. */
  asked: Asked;
  /** The condition, or the clause. */
  at: FileValue;
}

interface Entered {
  ref: FunctionRef & { file: FileValue['file'] };
  /** What is known of requests that get here. */
  asked: Asked;
  /** What ran before, of the functions that handed the request on. */
  chain: readonly ChainLink[];
  depth: number;
}

export function dispatchedRoutes(link: Linking, isSource: (value: ValueRef) => boolean): Route[] {
  const found: Route[] = [];
  for (const role of ['http.handler.bare', 'http.dispatch']) {
    for (const site of link.sitesOf(role)) {
      const given = isSource(site.value) ? link.argument(site, 'handlers') : null;
      const handler = given === null ? null : handlerFunction(link, indexed(given)).handler;
      if (handler === null) continue;
      const { file } = indexed({ file: handler.file, id: 0 });
      new Dispatch(link, String(site.entry.attributes['framework'] ?? 'http'), found).enter({ ref: { file, id: handler.id }, asked: ANYTHING, chain: [], depth: 0 });
    }
  }
  return found;
}

class Dispatch {
  private readonly entered = new Set<number>();

  constructor(
    private readonly link: Linking,
    private readonly framework: string,
    private readonly found: Route[],
  ) {}

  /** @returns whether the function sorts requests at all */
  enter({ ref, asked, chain, depth }: Entered): boolean {
    const key = functionKeyOf(ref);
    if (depth > MAXIMUM_DEPTH || this.entered.has(key) || this.found.length > MAXIMUM_ROUTES) return false;
    this.entered.add(key);
    const branches = this.branchesOf(ref, asked);
    const leaves = branches.filter((branch) => !branches.some((other) => other !== branch && within(other, branch)));
    const handed = this.handedOn(ref, depth).flatMap(({ call, callee }) => {
      const around = leaves.find((leaf) => within(call, leaf));
      const without = extentsOf([...leaves.filter((leaf) => !within(call, leaf)), call]);
      const step: ChainLink = { kind: 'middleware', level: 'application', value: this.valueOf(ref), entities: [{ kind: 'function', ref: { ...ref, without }, receiver: null }], roles: [], conditions: [] };
      return this.enter({ ref: callee, asked: around?.asked ?? this.askedAround(call, branches) ?? asked, chain: [...chain, step], depth: depth + 1 }) ? [call] : [];
    });
    for (const leaf of leaves) {
      if (leaf.asked.paths === null || handed.some((call) => within(call, leaf))) continue;
      const without = extentsOf(leaves.filter((other) => other !== leaf));
      this.add(leaf, { ...ref, without }, chain);
    }
    return leaves.some((leaf) => leaf.asked.paths !== null) || handed.length > 0;
  }

  private add({ asked, at }: Branch, handler: FunctionRef, chain: readonly ChainLink[]): void {
    for (const path of asked.paths ?? []) {
      for (const method of asked.methods ?? ['ALL']) {
        this.found.push({ framework: this.framework, method, path, value: at, handler, chain: [...chain], late: [], chainComplete: true, confidence: 'high' });
      }
    }
  }

  /** Branches that ask for something, those around before those in them. */
  private branchesOf({ file, id }: Entered['ref'], asked: Asked): Branch[] {
    const { start, end } = file.facts.functions[id]!;
    const result: Branch[] = [];
    for (const block of file.facts.blocks) {
      if (block.start < start || block.end > end || block.condition < 0 || (block.kind !== 'then' && block.kind !== 'case')) continue;
      const condition: FileValue = { file, id: block.condition };
      const isCase = block.kind === 'case';
      if (!isCase && !this.runsSomething(file, block)) continue;
      const own = isCase ? askedByCase(this.link, condition, block.cases.map((each) => ({ file, id: each }))) : askedBy(this.link, condition);
      const around = result.findLast((branch) => within(block, branch));
      const at = isCase ? { file, id: block.cases[0] ?? block.condition } : condition;
      if (own !== null) result.push({ start: block.start, end: block.end, asked: both(around?.asked ?? asked, own), at });
    }
    return result;
  }

  /** The right side of `&&` in a condition is a branch, too, but does nothing. */
  private runsSomething(file: FileValue['file'], { start, end }: Extent): boolean {
    const isInCondition = file.facts.blocks.some((block) => {
      const condition = file.facts.values[block.condition];
      return condition !== undefined && block.start !== start && start >= condition.start && end <= condition.end;
    });
    return !isInCondition && file.valuesWithin(start, end).length > 0;
  }

  private askedAround(call: Extent, branches: readonly Branch[]): Asked | null {
    return branches.findLast((branch) => within(call, branch))?.asked ?? null;
  }

  /** Calls of functions of the program that are given the request, in the order of the source. */
  private handedOn({ file, id }: Entered['ref'], depth: number): { call: Extent; callee: Entered['ref'] }[] {
    const request = file.facts.functions[id]!.parameters[0]?.binding ?? -1;
    if (request < 0 || depth >= MAXIMUM_DEPTH) return [];
    return file.facts.bindings[request]!.uses.flatMap((use) => {
      const parent = file.facts.values[file.parentOf(use)];
      if (parent?.kind !== 'call' || !parent.args.includes(use)) return [];
      const callees = functionsOf(this.link.resolve({ file, id: parent.callee })).map(({ file: other, id: inner }) => ({ file: indexed({ file: other, id: 0 }).file, id: inner }));
      return callees.map((callee) => ({ call: { start: parent.start, end: parent.end }, callee }));
    });
  }

  private valueOf({ file, id }: Entered['ref']): FileValue {
    return { file, id: Math.max(file.valueOfFunction(id), 0) };
  }
}

function extentsOf(parts: readonly Extent[]): Extent[] {
  return parts.map(({ start, end }) => ({ start, end }));
}

function within(inner: Extent, outer: Extent): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
