/** Guards that look at the path of a request and stand aside for some: `if (OPEN.includes(req.path)) return next()`, `.unless({ path: […] })`. */
import type { BlockFact, FunctionId, ValueId } from '../../contracts/facts.js';
import type { ChainLink, FunctionRef, LinkedFile, Program, Route, ValueRef } from '../../contracts/program.js';
import { calledName, writtenName } from '../../contracts/written-name.js';
import { signsOf, valuesIn } from './function-signs.js';
import { reachedWhenWell } from './reach.js';

const PATH = /^(?:path|pathname|originalUrl|url|baseUrl|routerPath|req_?path|request_?path|current_?path|route_?path|url_?path|request_?url)$/i;
const REQUEST = /^_?(?:req|request|ctx|context|c|nextUrl|event|raw|route|routeOptions|config|parsedUrl|url)$/i;

/**
 * Does the path decide whether the guard asks, so that it cannot be told whether it asks for this route?
 * @param functions what runs when the guard runs, without what it calls
 */
export function mayLeaveOut(link: ChainLink, functions: readonly FunctionRef[], route: Route, program: Program): boolean {
  const listed = [link.value, ...program.sourcesOf(link.value)].find((value) => calledName(value.file, value.id) === 'unless');
  if (listed !== undefined) return mayMatch(textsWithin(listed, program), route);
  return reachedWhenWell(program, functions, 0).some(({ ref }) => decidingBlocks(ref, program).some((block) => mayConcern(ref.file, block, route, program)));
}

/** A guard is asked about for each route that it stands before. */
const deciding = new WeakMap<LinkedFile, Map<FunctionId, readonly BlockFact[]>>();

/** Branches on the path that let on, and those that hold all of the function's refusals. */
function decidingBlocks(ref: FunctionRef, program: Program): readonly BlockFact[] {
  const known = deciding.get(ref.file) ?? new Map<FunctionId, readonly BlockFact[]>();
  deciding.set(ref.file, known);
  let blocks = known.get(ref.id);
  if (blocks === undefined) known.set(ref.id, (blocks = findDecidingBlocks(ref, program)));
  return blocks;
}

function findDecidingBlocks(ref: FunctionRef, program: Program): BlockFact[] {
  const { file, id } = ref;
  const onPath = file.facts.blocks.filter((block) => block.function === id && isBranch(block) && asksPath(file, block.condition, program));
  if (onPath.length === 0) return [];
  const refusals = signsOf(ref).refusals.map(({ at }) => file.facts.values[at.id]!.start);
  const refuses = (block: BlockFact) => refusals.some((at) => isInside(at, block));
  const isAlwaysOnPath = refusals.length > 0 && refusals.every((at) => onPath.some((block) => isInside(at, block))) && !hasTwin(onPath.filter(refuses));
  return onPath.filter((block) => (refuses(block) ? isAlwaysOnPath : letsOn(ref, block)));
}

function isBranch({ kind, condition }: BlockFact): boolean {
  return (kind === 'then' || kind === 'else') && condition >= 0;
}

/** Both branches of one condition refuse: the path only decides how. */
function hasTwin(blocks: readonly BlockFact[]): boolean {
  return blocks.some((block) => blocks.some((other) => other !== block && other.condition === block.condition));
}

function isInside(offset: number, { start, end }: BlockFact): boolean {
  return offset >= start && offset < end;
}

function letsOn(ref: FunctionRef, block: BlockFact): boolean {
  const goesOn = signsOf(ref).calls.some((call) => isInside(ref.file.facts.values[call]!.start, block) && calledName(ref.file, call) === 'next');
  return goesOn || (block.exitKind === 'return' && !isInCatch(ref.file, block));
}

/** What is answered once something has failed leaves nobody out. */
function isInCatch(file: LinkedFile, block: BlockFact): boolean {
  for (let id = block.parent; id >= 0; id = file.facts.blocks[id]!.parent) {
    const { kind } = file.facts.blocks[id]!;
    if (kind === 'catch' || kind === 'function') return kind === 'catch';
  }
  return false;
}

/** The condition, a constant that it names, or a function that it calls reads the path of the request. */
function asksPath(file: LinkedFile, condition: ValueId, program: Program): boolean {
  const values = within(file, condition);
  if (values.some((id) => isPath(file, id))) return true;
  if (values.some((id) => writtenTo(file, id).some((value) => within(file, value).some((inner) => isPath(file, inner))))) return true;
  return values.some((id) => file.facts.values[id]!.kind === 'call' && program.callees({ file, id }).some((ref) => valuesIn(ref.file, ref.id).some((inner) => isPath(ref.file, inner))));
}

function isPath(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'reference') return /^(?:pathname|path|originalUrl|req_?path|request_?path|current_?path|url_?path)$/i.test(fact.name);
  return fact.kind === 'member' && fact.name !== null && PATH.test(fact.name) && REQUEST.test(writtenName(file.facts.values[fact.object]) ?? '');
}

/** What the one assignment of a constant gives it. */
function writtenTo(file: LinkedFile, id: ValueId): ValueId[] {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'reference' || fact.binding < 0) return [];
  const { writes } = file.facts.bindings[fact.binding]!;
  return writes.length === 1 ? [writes[0]!.value] : [];
}

/** Values inside an expression, those of functions written in it included. */
function within(file: LinkedFile, id: ValueId): ValueId[] {
  const { start, end } = file.facts.values[id]!;
  const around = file.functionAt(start);
  const own = valuesIn(file, around).filter((value) => file.facts.values[value]!.start >= start && file.facts.values[value]!.end <= end);
  const inner = file.facts.functions.flatMap((fact, index) => (index !== around && fact.start >= start && fact.end <= end ? valuesIn(file, index) : []));
  return [...own, ...inner];
}

/** Known paths of which none is this route's are no matter of this route; everything else is. */
function mayConcern(file: LinkedFile, block: BlockFact, route: Route, program: Program): boolean {
  const values = within(file, block.condition);
  const negated = values.some((id) => { const fact = file.facts.values[id]!; return (fact.kind === 'unary' && fact.operator === '!') || (fact.kind === 'binary' && fact.operator.startsWith('!')); });
  return block.kind === 'else' || negated ? true : mayMatch(textsWithin({ file, id: block.condition }, program), route);
}

/** Constant paths in an expression and in the lists that it names; null when some cannot be told. */
function textsWithin(value: ValueRef, program: Program): string[] | null {
  const { file } = value;
  const texts: string[] = [];
  for (const id of within(file, value.id)) {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'literal' && fact.type === 'regexp') {
      const start = startOfPattern(String(fact.value));
      if (start === null) return null;
      texts.push(start);
    } else if (fact.kind === 'literal' && typeof fact.value === 'string') texts.push(fact.value);
    else if (fact.kind === 'reference') texts.push(...program.resolve({ file, id }).flatMap((entity) => (entity.kind === 'object' ? within(entity.value.file, entity.value.id).flatMap((inner) => literalText(entity.value.file, inner)) : [])));
  }
  const paths = texts.filter((text) => text.startsWith('/'));
  return paths.length === 0 ? null : paths;
}

/** `/swagger-` of `^\\/swagger-`: how every path begins that the pattern matches; null where it says nothing of that. */
function startOfPattern(source: string): string | null {
  const start = /^\^((?:\\?\/|[\w-]|\\[-.])+)/.exec(source);
  const end = source[start?.[0].length ?? 0];
  // What is optional or repeated is no part of the beginning.
  if (start === null || source.includes('|') || (end !== undefined && /[?*{]/.test(end))) return null;
  const text = start[1]!.replace(/\\/g, '');
  return text.length > 1 ? text : null;
}

function literalText(file: LinkedFile, id: ValueId): string[] {
  const fact = file.facts.values[id]!;
  return fact.kind === 'literal' && typeof fact.value === 'string' ? [fact.value] : [];
}

function mayMatch(texts: readonly string[] | null, { path }: Route): boolean {
  if (texts === null || path === '') return true;
  return texts.some((text) => (text === '/' ? path === '/' : path.includes(text.replace(/[/*]+$/, ''))));
}
