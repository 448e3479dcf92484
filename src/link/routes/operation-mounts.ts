/** Calls that answer requests with operations (tRPC, GraphQL), as HTTP routes: adapters that stand among middleware, servers of their own. */
import type { Route } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../linking.js';

const MOUNT = 'operation.mount';

/** Is the value, which is handed over as middleware, an adapter? */
export function answersOperations(link: Linking, value: FileValue): boolean {
  return link.sitesOf(MOUNT).length > 0 && link.sourcesOf(value).some((source) => link.rolesAt(source).some((site) => site.role === MOUNT));
}

/** Servers that listen by themselves, with nothing before them: `createHTTPServer({ router })`. */
export function servedOperations(link: Linking, isSource: (value: FileValue) => boolean): Route[] {
  return link.sitesOf(MOUNT).flatMap((site): Route[] => {
    const { framework, path, serves } = site.entry.attributes;
    const value = indexed(site.value);
    if (serves !== true || !isSource(value)) return [];
    return [{ framework: String(framework), method: 'ALL', path: String(path ?? '/'), value, handler: null, chain: [], late: [], chainComplete: true, confidence: site.confidence }];
  });
}
