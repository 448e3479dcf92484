/**
 * Nitro, and Nuxt on it. Read from nitropack 2.13.6: dist/core/index.mjs (scanHandlers, suffixRegex: api/, routes/, middleware/ below the source folder, suffixes for
 * methods and environments), nitro.build/guide/routing, and nuxt.com/docs: Directory structure (server/).
 */
import { type Answer, type FileConvention, bracketed, isGroup } from './convention.js';

const METHOD_SUFFIX = /\.(connect|delete|get|head|options|patch|post|put|trace)(?:\.(?:dev|prod|prerender))?$/;

export const nitro: FileConvention = {
  framework: 'nitro',
  packages: ['nuxt', 'nuxt3', 'nitropack', 'nitro', '@nuxt/', '@analogjs/platform', '@solidjs/start', 'vinxi'],
  answersOf(path) {
    const found = /^(?:src\/)?server\/(api|routes)\/(.+)$/.exec(path);
    if (found === null) return [];
    const suffix = METHOD_SUFFIX.exec(found[2]!);
    const written = found[2]!.replace(METHOD_SUFFIX, '').replace(/\.(?:dev|prod|prerender)$/, '');
    const segments = written.split('/').filter((segment, index, all) => !isGroup(segment) && !(segment === 'index' && index === all.length - 1));
    const answer: Answer = { name: 'default', method: suffix === null ? 'ALL' : suffix[1]!.toUpperCase(), path: `/${[...(found[1] === 'api' ? ['api'] : []), ...segments.map(bracketed)].join('/')}` };
    return [answer];
  },
  middlewareIn: (path) => (/^(?:src\/)?server\/middleware\/.+$/.test(path) ? { names: ['default'], below: '/' } : null),
};
