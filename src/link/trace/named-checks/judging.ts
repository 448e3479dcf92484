/** Whether a function of the program may be a check of the values that it is given: it compares them, or asks another function. */
import type { ValueFact } from '../../../contracts/facts.js';
import type { FunctionRef } from '../../../contracts/program.js';
import type { Sink } from '../../../contracts/sinks.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { patternsOf } from '../barriers/patterns.js';

const MAXIMUM_DEPTH = 3;
/** Functions that say nothing of what they are given, and methods of texts whose part in a check is understood where it proves anything. */
const SILENT = /^(?:log|warn|error|info|debug|trace|json|send|status|sendStatus|end|next|render|URL|\w*Error|\w*Exception|String|Number|Boolean|trim|toLowerCase|toUpperCase|toString|canParse|decodeURI|decodeURIComponent|normalize|join|resolve|basename|dirname|extname|push|split|slice|substring|substr|replace|replaceAll|concat|endsWith|startsWith|includes|indexOf|isArray|isString|isURL|isUri|isUrl|isWebUri|exists|existsSync)$/;
const MATCHES = new Set(['test', 'exec', 'match', 'search']);
const DECIDES_TARGET = /^(?:host|hostname|origin|pathname)$/;

/** False for one that only asks whether there is a value, of which type it is, or that writes it to a log. */
export function mayJudge(link: Linking, ref: FunctionRef, sink: Sink, depth = 0): boolean {
  if (depth > MAXIMUM_DEPTH) return true;
  const { file } = indexed({ file: ref.file, id: 0 });
  const declaration = file.facts.functions[ref.id];
  if (declaration === undefined) return true;
  return file.valuesWithin(declaration.start, declaration.end).some((id) => {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'binary') return isComparison(link, { file, id }) || (sink === 'path' && comparesWithParent(link, { file, id }));
    return fact.kind === 'call' && isQuestion(link, { file, id }, sink, depth);
  });
}

/** `url.origin === own`, `address !== other`; not `value === undefined`, `typeof value !== 'string'`. */
function isComparison(link: Linking, ref: FileValue): boolean {
  const fact = factOf(ref);
  if (fact.kind !== 'binary' || !/^(?:[!=]==?|in)$/.test(fact.operator)) return false;
  const sides = [sibling(ref, fact.left), sibling(ref, fact.right)];
  const facts = sides.map((side) => factOf(side));
  if (facts.some((side) => side.kind === 'unary')) return false;
  if (facts.some((side) => side.kind === 'member' && DECIDES_TARGET.test(side.name ?? ''))) return true;
  return sides.every((side) => link.constants(side) === null);
}

/** `name === '..'`, of each part of a path. */
function comparesWithParent(link: Linking, ref: FileValue): boolean {
  const fact = factOf(ref);
  return fact.kind === 'binary' && /^[!=]==?$/.test(fact.operator) && [fact.left, fact.right].some((id) => link.constants(sibling(ref, id))?.includes('..') === true);
}

function isQuestion(link: Linking, call: FileValue, sink: Sink, depth: number): boolean {
  const fact = factOf(call);
  if (fact.kind !== 'call' || fact.args.length === 0) return false;
  // `isValid(input[this.field])`: which field it asks about cannot be told.
  if (sink === 'nosql' && fact.args.some((id) => isAnyField(factOf(sibling(call, id))))) return true;
  const callee = factOf(sibling(call, fact.callee));
  const name = callee.kind === 'member' || callee.kind === 'reference' ? callee.name : null;
  if (name !== null && callee.kind === 'member' && MATCHES.has(name)) {
    const pattern = patternsOf(link, name === 'match' || name === 'search' ? sibling(call, fact.args[0]!) : sibling(call, callee.object));
    // A pattern that is known proves what it can of a path; of an address it may say which host is meant.
    return pattern === null || (sink !== 'path' && pattern.some(({ source }) => !/^\^?\(?(?:\?:)?(?:https?\??|ftp|\|)+\)?:?(?:\\?\/)*\$?$/.test(source)));
  }
  const functions = link.callees(call);
  if (functions.length > 0) return functions.some((each) => mayJudge(link, each, sink, depth + 1));
  if (name !== null && SILENT.test(name)) return hasUnknownBounds(link, call, name);
  return !link.rolesAt(call).some(({ role }) => role === 'guard.format' || role.startsWith('log.') || role.startsWith('http.response') || role.startsWith('schema.'));
}

function isAnyField(fact: ValueFact): boolean {
  return fact.kind === 'member' && fact.name === null;
}

/** `path.startsWith(root)`, where nothing is known of the root: `path.startsWith('/')` is understood. */
function hasUnknownBounds(link: Linking, call: FileValue, name: string): boolean {
  const fact = factOf(call);
  if (fact.kind !== 'call' || !/^(?:startsWith|endsWith|includes|indexOf)$/.test(name)) return false;
  const callee = factOf(sibling(call, fact.callee));
  if (callee.kind !== 'member') return false;
  return link.constants(sibling(call, fact.args[0]!)) === null;
}

/** Does the function give back what it gets without looking at it, whatever its name says: `(target) => target || '/'`? */
export function looksAtNothing(link: Linking, ref: FunctionRef): boolean {
  const { file } = indexed({ file: ref.file, id: 0 });
  const declaration = file.facts.functions[ref.id];
  if (declaration === undefined || declaration.returns.length === 0) return false;
  return file.valuesWithin(declaration.start, declaration.end).every((id) => {
    const fact = file.facts.values[id]!;
    if (id === file.valueOfFunction(ref.id)) return true;
    if (fact.kind !== 'call') return !['binary', 'template', 'concat', 'function', 'class', 'conditional'].includes(fact.kind);
    return link.rolesAt({ file, id }).some(({ role }) => role.startsWith('log.')) || isPlainText({ file, id });
  });
}

/** `String(x)`, `x.toString()`, `x.trim()`. */
function isPlainText(call: FileValue): boolean {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  const name = callee?.kind === 'member' || callee?.kind === 'reference' ? callee.name : null;
  return name !== null && /^(?:String|toString|trim)$/.test(name);
}
