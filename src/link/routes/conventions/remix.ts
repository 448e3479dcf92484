/**
 * Remix, and React Router as a framework. Read from @remix-run/dev 2.17.5: dist/config/flat-routes.js (dots, `$`, `_`, `( )`, `[ ]`, folders with
 * `route`), reactrouter.com (7.18.5): File Route Conventions, Route Module (loader, action, middleware), routes.ts.
 *
 * Where `routes.ts` says which file stands for which path, or another package does, the path is not told by the file.
 */
import { unknownPart } from '../paths.js';
import { type Answer, type FileConvention } from './convention.js';

export const remix: FileConvention = {
  framework: 'remix',
  packages: ['@remix-run/', '@react-router/'],
  answersOf(file): Answer[] {
    const found = /^(?:src\/)?app\/(.+)$/.exec(file);
    if (found === null || /(?:^|\/)(?:entry\.[^/]*|[^/]*\.(?:server|client))$/.test(found[1]!)) return [];
    const at = found[1]!.startsWith('routes/') ? pathOf(found[1]!.slice('routes/'.length)) : found[1] === 'root' ? '/' : null;
    const path = at ?? unknownPart(0);
    return [
      { name: 'loader', method: 'GET', path },
      { name: 'action', method: 'POST', path },
    ];
  },
  middlewareIn: () => null,
  ownMiddleware: 'middleware',
  adapters: { packages: ['@remix-run/', '@react-router/', 'react-router', 'react-router-hono-server', 'remix-hono'], names: ['createRequestHandler', 'createHonoServer', 'reactRouter', 'remix'] },
  placedBy: { file: 'app/routes', imports: ['@react-router/dev/routes', '@remix-run/route-config'] },
};

/** `users.$id_.edit` and, in the conventions with folders, `users/$id_.edit` → `/users/:id/edit`. */
function pathOf(file: string): string {
  const segments = segmentsOf(file.replace(/\/(?:route|index|page|layout)$/, '')).flatMap((segment): string[] => {
    if (segment.startsWith('_') || segment === 'index') return [];
    const required = /^\((.*)\)$/.exec(segment)?.[1] ?? segment;
    const plain = required.replace(/_$/, '').replace(/\[(.*?)\]/g, '$1');
    return [plain === '$' ? '*' : plain.replace(/^\$/, ':')];
  });
  return `/${segments.join('/')}`;
}

/** Dots and slashes part segments, unless they stand in brackets. */
function segmentsOf(name: string): string[] {
  return name.match(/(?:\[[^\]]*\]|[^./[\]])+/g) ?? [];
}
