/**
 * SvelteKit. Read from @sveltejs/kit 2.70.4: types/index.d.ts (RequestEvent, Actions, KitConfig.csrf: checkOrigin is true unless it is set),
 * and svelte.dev/docs/kit: Routing (+server), Form actions, Advanced routing (rest, optional, matchers, groups), Hooks (handle).
 */
import { type Answer, type FileConvention, METHODS, bracketed, isGroup, segmentsOn } from './convention.js';

export const sveltekit: FileConvention = {
  framework: 'sveltekit',
  packages: ['@sveltejs/kit'],
  answersOf(path) {
    const endpoint = /^src\/routes\/(?:(.*)\/)?\+server$/.exec(path);
    if (endpoint !== null) {
      const at = pathOf(endpoint[1] ?? '');
      return [...METHODS.map((method): Answer => ({ name: method, method, path: at })), { name: 'fallback', method: 'ALL', path: at }];
    }
    const page = /^src\/routes\/(?:(.*)\/)?\+page\.server$/.exec(path);
    return page === null ? [] : [{ name: 'actions.*', method: 'POST', path: pathOf(page[1] ?? '') }];
  },
  middlewareIn: (path) => (/^src\/hooks\.server(?:\/index)?$/.test(path) ? { names: ['handle'], below: '/' } : null),
  // What the adapter for Node.js builds, for a server of one's own.
  adapters: { packages: ['./build/handler', '../build/handler', './build/', '../build/'], names: ['handler'] },
  byDefault: ['csrf.guard'],
};

function pathOf(folders: string): string {
  return `/${segmentsOn(folders).filter((segment) => !isGroup(segment)).map(bracketed).join('/')}`;
}
