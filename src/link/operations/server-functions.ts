/**
 * Functions that browsers may call by an address that the framework makes: exports of a module that begins with a directive, and
 * functions that begin with it themselves (`'use server'`). Whoever knows the address may call one, from any page or none.
 */
import { NONE } from '../../contracts/facts.js';
import type { ChainLink } from '../../contracts/program.js';
import { isForServersOnly } from '../handlers/given-parameter.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { middlewareInFront } from '../routes/files.js';
import { chainLink, handlerFunction, isUnknown } from '../routes/handlers.js';
import { keyOf } from '../value-graph.js';
import type { FoundOperation } from './found.js';
import { ProcedureChains } from './procedure-chain.js';

export function serverFunctions(link: Linking, isSource: (value: FileValue) => boolean): FoundOperation[] {
  const chains = new ProcedureChains(link);
  const found = new Map<number, FoundOperation>();
  for (const file of link.files.values()) {
    const directive = isSource({ file, id: 0 }) ? link.handlers.directiveIn(file) : null;
    if (directive === null || isForServersOnly(link, file, directive)) continue;
    const values = file.facts.directives.includes(directive) ? exportedFunctions(link, file) : functionsBeginningWith(directive, file);
    for (const { name, value } of values) {
      const operation = operationAt(link, chains, name, value);
      if (operation !== null && !found.has(keyOf(value))) found.set(keyOf(value), operation);
    }
  }
  return [...found.values()];
}

interface Named {
  name: string;
  value: FileValue;
}

function exportedFunctions(link: Linking, file: IndexedFile): Named[] {
  return file.facts.exports.flatMap((fact) => (fact.kind === 'value' && fact.name !== '=' ? link.exportedValues(file, fact.name).map((value) => ({ name: fact.name, value: indexed(value) })) : []));
}

function functionsBeginningWith(directive: string, file: IndexedFile): Named[] {
  return file.facts.functions.flatMap((fact, id) => {
    const value = id > 0 && fact.directives.includes(directive) ? file.valueOfFunction(id) : NONE;
    return value === NONE ? [] : [{ name: fact.name, value: { file, id: value } }];
  });
}

function operationAt(link: Linking, chains: ProcedureChains, name: string, value: FileValue): FoundOperation | null {
  const { handler, wrappers } = handlerFunction(link, value);
  if (handler === null) return null;
  const made = link.sourcesOf(value).map(indexed).find((source) => link.rolesAt(source).some(({ role }) => role === 'operation.define'));
  const own = made === undefined ? { links: wrappers.map((wrapper) => chainLink(link, 'middleware', 'route', wrapper)), complete: true } : chains.before(made);
  const links = [...middlewareInFront(link, value.file.package.directory).map(perhaps), ...around(link, value), ...own.links];
  const shown = name === 'default' ? link.functionFact(handler).name || name : name;
  return { framework: 'next', method: 'MUTATION', path: shown, value, handler, links, complete: own.complete && !own.links.some(isUnknown), roots: [], confidence: 'high' };
}

/** Which pages hand out a function's address, and by which of them a request comes, is not seen; nor what they ask before. */
function perhaps(chained: ChainLink): ChainLink {
  return { ...chained, conditions: [...chained.conditions, null] };
}

/** The component in which the function is written may ask who looks at it before it hands out what the function holds on to. */
function around(link: Linking, value: FileValue): ChainLink[] {
  const { file } = value;
  const id = file.functionAt(file.facts.values[value.id]!.start - 1);
  const outer = id > 0 ? file.valueOfFunction(id) : NONE;
  return outer === NONE ? [] : [perhaps(chainLink(link, 'middleware', 'router', { file, id: outer }))];
}
