/** The frameworks whose routes are files. */
import { astro } from './astro.js';
import { cloudflarePages } from './cloudflare-pages.js';
import type { FileConvention } from './convention.js';
import { next } from './next.js';
import { nitro } from './nitro.js';
import { remix } from './remix.js';
import { sveltekit } from './sveltekit.js';

export type { Answer, FileConvention } from './convention.js';
export { next };

export const FILE_CONVENTIONS: readonly FileConvention[] = [next, sveltekit, nitro, astro, remix, cloudflarePages];
