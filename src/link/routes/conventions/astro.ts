/**
 * Astro. Read from astro 6.0.5: dist/types/public (APIRoute, config: output is `static` and security.checkOrigin true unless they are set),
 * docs.astro.build: Endpoints, Routing, Middleware, On-demand rendering (`export const prerender = false`).
 */
import { type Answer, type FileConvention, METHODS, bracketed, segmentsOn } from './convention.js';

export const astro: FileConvention = {
  framework: 'astro',
  packages: ['astro'],
  answersOf(path) {
    const found = /^src\/pages\/(.+)$/.exec(path);
    if (found === null) return [];
    const segments = segmentsOn(found[1]!.replace(/(?:^|\/)index$/, ''));
    if (segments.some((segment) => segment.startsWith('_'))) return [];
    const at = `/${segments.map(bracketed).join('/')}`;
    return [...METHODS, 'ALL'].map((method): Answer => ({ name: method, method, path: at }));
  },
  middlewareIn: (path) => (/^src\/middleware(?:\/index)?$/.test(path) ? { names: ['onRequest'], below: '/' } : null),
  // What the adapter for Node.js builds in middleware mode.
  adapters: { packages: ['./dist/server/', '../dist/server/'], names: ['handler'] },
  byDefault: ['csrf.guard'],
  // Where the settings do not say otherwise; of those nothing is read.
  prerendered: { name: 'prerender', byDefault: true },
};
