/** Work over all tenants: what stands in files or functions named after jobs, migrations, seeds and the operator's tools. */
import { fileNameOf } from '../../contracts/file-path.js';
import type { ValueRef } from '../../contracts/program.js';
import { type Linking, indexed } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { FoundQuery } from './found-query.js';
import { namesMaintenance, namesQueuedWork, namesStartUp, singular, wordsOf } from './names.js';
import { isReachedByRequest } from './reach.js';

const MAXIMUM_CALLERS = 12;

export function isMaintenance(link: Linking, query: FoundQuery): boolean {
  const own = new Set(query.known.flatMap((entity) => [...wordsOf(entity.name), ...wordsOf(entity.table)]).map(singular));
  if (query.comparisons.length === 0 && namesStartUp(link.symbolAt(query.value))) return true;
  return standsInMaintenance(link, query.value, own) || calledByMaintenanceOnly(link, query.value, own);
}

/** What a worker does with what the program queued: no caller is there whose tenant it could keep to. */
export function isQueuedWork(link: Linking, query: FoundQuery): boolean {
  const words = [...wordsOf(link.symbolAt(query.value)), ...wordsOf(query.value.file.facts.path)];
  const isAboutQueues = query.known.some((entity) => wordsOf(entity.name).some(namesQueuedWork));
  return query.values.length > 0 && !isAboutQueues && words.some(namesQueuedWork) && !isReachedByRequest(link, indexed(query.value), 0);
}

function standsInMaintenance(link: Linking, value: ValueRef, own: ReadonlySet<string>): boolean {
  const { file } = indexed(value);
  const { directory } = file.package;
  const path = file.facts.path.slice(directory === '' ? 0 : directory.length + 1);
  const words = [...path.split('/').slice(0, -1), fileName(path)].flatMap(wordsOf);
  // An application that is called `admin` may be the tenants' own.
  const outer = directory.split('/').flatMap(wordsOf).filter((word) => word !== 'admin');
  const symbol = link.symbolAt(value);
  const named = [...outer, ...words, ...wordsOf(symbol.slice(symbol.lastIndexOf('.') + 1))];
  // A product about jobs has a directory `jobs`.
  return namesMaintenance(named.filter((word) => !own.has(singular(word))));
}

function calledByMaintenanceOnly(link: Linking, value: ValueRef, own: ReadonlySet<string>): boolean {
  const { file } = indexed(value);
  const id = file.functionAt(factOf(value).start);
  const callers = id === 0 ? [] : link.callersOf({ file, id });
  return callers.length > 0 && callers.length <= MAXIMUM_CALLERS && callers.every((call) => standsInMaintenance(link, call, own));
}

function fileName(path: string): string {
  return fileNameOf(path).replace(/\.[cm]?[jt]sx?$/, '');
}
