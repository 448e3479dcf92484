/** Modules whose purpose is configuration: by their path, by a schema of the environment in them, or by what they export. */
import type { FunctionFact, ValueId } from '../../contracts/facts.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { isConfigurationPath } from './names.js';

/** A module that offers this many variables, and little else, is made for it. */
const MINIMUM_VARIABLES = 3;
const MINIMUM_SHARE = 0.75;
/** A function that answers one setting (`() => env('X') === 'true'`); a longer one does something with it. */
const MAXIMUM_GETTER = 200;

/** The entry point of a command is where its settings belong, as flags do. */
const COMMAND_PATH = /(^|\/)(bin|cli|commands)\//;

export interface PlacedRead {
  name: string;
  /** Offset in the file. */
  start: number;
}

/** @param reads of this file */
export function isConfigurationModule(link: Linking, file: IndexedFile, reads: readonly PlacedRead[], hasSchema: boolean): boolean {
  if (hasSchema || isConfigurationPath(file.facts.path) || COMMAND_PATH.test(file.facts.path)) return true;
  if (link.sitesOf('config.namespace').some((site) => site.value.file === file)) return true;
  if (new Set(reads.map((read) => read.name)).size < MINIMUM_VARIABLES || file.facts.classes.length > 0) return false;
  const offers = exportedValues(file).map((id) => offersSettings(link, file, id, reads));
  const settings = offers.filter((offer) => offer === 'settings').length;
  const others = offers.filter((offer) => offer === 'other').length;
  if (settings === 0 || settings / (settings + others) < MINIMUM_SHARE) return false;
  return readsInside(file, reads).length / reads.length <= 1 - MINIMUM_SHARE;
}

function exportedValues(file: IndexedFile): ValueId[] {
  return file.facts.exports.flatMap((fact) => {
    if (fact.kind !== 'value') return [];
    if (fact.value >= 0) return [fact.value];
    return (file.facts.bindings[fact.binding]?.writes ?? []).map((write) => write.value);
  });
}

/** A constant of its own says nothing either way. */
function offersSettings(link: Linking, file: IndexedFile, id: ValueId, reads: readonly PlacedRead[]): 'settings' | 'other' | 'constant' {
  const fact = factOf({ file, id });
  if (fact.kind === 'literal') return 'constant';
  const holds = reads.some((read) => read.start >= fact.start && read.start < fact.end);
  if (fact.kind === 'reference') {
    const writes = file.facts.bindings[fact.binding]?.writes ?? [];
    return writes.length === 1 && writes[0]!.value !== id ? offersSettings(link, file, writes[0]!.value, reads) : 'other';
  }
  if (fact.kind === 'function') return holds && isGetter(file, file.facts.functions[fact.function]) ? 'settings' : 'other';
  if (fact.kind === 'call' && makesSomethingElse(link, sibling({ file, id }, id))) return 'other';
  return holds ? 'settings' : 'constant';
}

/** `createTransport({ host: process.env.SMTP_HOST })`: what a library makes of settings is none, unless it is made for them. */
function makesSomethingElse(link: Linking, call: FileValue): boolean {
  const fact = factOf(call);
  if (fact.kind !== 'call') return false;
  if (fact.isNew) return true;
  if (link.rolesAt(call).some((site) => /^(env|schema|config)\./.test(site.role))) return false;
  const callee = sibling(call, fact.callee);
  const isOfLibrary = link.apiPaths(callee).some((path) => !path.startsWith('global:'));
  return isOfLibrary && !/config|setting|option|env|freeze|merge|assign|default/i.test(link.describe(callee));
}

/** It only gives back settings: it is short, or all of it is the object that it returns. */
function isGetter(file: IndexedFile, fact: FunctionFact | undefined): boolean {
  if (fact === undefined) return false;
  if (fact.end - fact.start <= MAXIMUM_GETTER) return true;
  const returned = fact.returns.length === 1 ? factOf(sibling({ file, id: 0 }, fact.returns[0]!)) : null;
  return returned?.kind === 'object' && fact.end - fact.start - (returned.end - returned.start) <= MAXIMUM_GETTER;
}

/** Reads inside longer functions of the module, which uses the environment itself there. */
function readsInside(file: IndexedFile, reads: readonly PlacedRead[]): readonly PlacedRead[] {
  return reads.filter((read) => {
    const id = file.functionAt(read.start);
    return id !== 0 && !isGetter(file, file.facts.functions[id]);
  });
}
