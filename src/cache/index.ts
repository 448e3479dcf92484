/** Keeps what was extracted of files between audits. */
export { FactsCache } from './facts-cache.js';
