/**
 * Next.js. Read from nextjs.org/docs (16.4): File-system conventions (route.js, middleware.js, renamed proxy.js in 16, src folder,
 * dynamic segments, route groups, private folders, parallel routes) and Pages Router (API Routes).
 */
import { type Answer, type FileConvention, METHODS, isGroup, segmentsOn } from './convention.js';

const ROUTE_FILE = /^(?:src\/)?app\/(?:(.*)\/)?route$/;
const API_FILE = /^(?:src\/)?pages\/(api(?:\/.*)?)$/;

export const next: FileConvention = {
  framework: 'next',
  packages: ['next'],
  answersOf(path) {
    const route = ROUTE_FILE.exec(path);
    const at = route === null ? null : routePath(route[1] ?? '');
    if (at !== null) return METHODS.map((method): Answer => ({ name: method, method, path: at }));
    const api = API_FILE.exec(path);
    return api === null ? [] : [{ name: 'default', method: 'ALL', path: routePath(api[1]!.replace(/(?:^|\/)index$/, '')) ?? '/' }];
  },
  middlewareIn(path) {
    const name = /^(?:src\/)?(middleware|proxy)$/.exec(path)?.[1];
    return name === undefined ? null : { names: [name, 'default'], below: '/' };
  },
};

/** `users/[id]/(admin)/@modal` → `/users/:id`; null for a private folder. */
function routePath(folders: string): string | null {
  const segments = segmentsOn(folders).filter((segment) => !isGroup(segment) && !segment.startsWith('@'));
  if (segments.some((segment) => segment.startsWith('_'))) return null;
  return `/${segments.map(dynamicSegment).join('/')}`;
}

function dynamicSegment(segment: string): string {
  const match = /^\[{1,2}(\.{3})?([^[\]]+)\]{1,2}$/.exec(segment);
  return match === null ? segment.replace(/^%5F/i, '_') : `:${match[2]!}${match[1] === undefined ? '' : '*'}`;
}
