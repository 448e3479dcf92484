/** Functions of Cloudflare Pages. Read from developers.cloudflare.com/pages/functions: Routing, API reference (onRequest…), Middleware (_middleware). */
import { type Answer, type FileConvention, bracketed, segmentsOn } from './convention.js';

const EXPORTS: readonly (readonly [string, string])[] = [
  ['onRequest', 'ALL'],
  ['onRequestGet', 'GET'],
  ['onRequestHead', 'HEAD'],
  ['onRequestPost', 'POST'],
  ['onRequestPut', 'PUT'],
  ['onRequestPatch', 'PATCH'],
  ['onRequestDelete', 'DELETE'],
  ['onRequestOptions', 'OPTIONS'],
];

export const cloudflarePages: FileConvention = {
  framework: 'cloudflare-pages',
  packages: ['wrangler', '@cloudflare/workers-types', '@cloudflare/pages-plugin-static-forms'],
  answersOf(path) {
    const found = /^functions\/(.+)$/.exec(path);
    if (found === null || /(?:^|\/)_middleware$/.test(found[1]!)) return [];
    const segments = segmentsOn(found[1]!.replace(/(?:^|\/)index$/, ''));
    const at = `/${segments.map((segment) => segment.replace(/^\[\[([^\]]+)\]\]$/, '[...$1]')).map(bracketed).join('/')}`;
    return EXPORTS.map(([name, method]): Answer => ({ name, method, path: at }));
  },
  middlewareIn(path) {
    const found = /^functions\/(?:(.*)\/)?_middleware$/.exec(path);
    return found === null ? null : { names: EXPORTS.map(([name]) => name), below: `/${segmentsOn(found[1] ?? '').map(bracketed).join('/')}` };
  },
};
