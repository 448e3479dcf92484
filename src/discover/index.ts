/** discover: a root directory → `Inventory`. The only room, besides the rulebook and the CLI, that touches the file system. */
export { DEFAULT_MAX_FILE_SIZE, discover } from './discover.js';
export type { DiscoverOptions } from './discover.js';
export { withRegistryAnswers } from './registry/index.js';
export { bringsNothing } from './git.js';
export { readFile } from './read-file.js';
export type { ReadResult } from './read-file.js';
export { parseJsonText } from './json-text.js';
export type { DocumentResult, ParsedDocument, TextPosition } from './json-text.js';
export { parseYamlText } from './yaml-text.js';
