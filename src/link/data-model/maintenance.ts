/** Work over all tenants: what stands in files or functions named after jobs, migrations, seeds and the operator's tools. */
import { type Linking, indexed } from '../linking.js';
import type { FoundQuery } from './found-query.js';
import { namesMaintenance, singular, wordsOf } from './names.js';

export function isMaintenance(link: Linking, query: FoundQuery): boolean {
  const { file } = indexed(query.value);
  const own = new Set(query.known.flatMap((entity) => [...wordsOf(entity.name), ...wordsOf(entity.table)]).map(singular));
  // Below the package: an application that is called `admin` may be the tenants' own.
  const path = file.facts.path.slice(file.package.directory === '' ? 0 : file.package.directory.length + 1);
  const directories = path.split('/').slice(0, -1);
  const words = [...directories, fileName(path)].flatMap(wordsOf);
  const symbol = link.symbolAt(query.value);
  const named = [...words, ...wordsOf(symbol.slice(symbol.lastIndexOf('.') + 1))];
  // A product about jobs has a directory `jobs`.
  return namesMaintenance(named.filter((word) => !own.has(singular(word))));
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, '');
}
