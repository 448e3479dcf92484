/**
 * Reads one source file: text in, `FileFacts` out. The only room that sees a syntax tree; it never looks at another
 * file, and everything that later stages need to know about the code is in the facts.
 */
export { decodeSource, type DecodedSource } from './decode.js';
export { extractSource, PARSER_VERSION } from './extract-source.js';
export { documentFormat, extractDocument } from './documents/index.js';
export { extractSchema, SCHEMA_FILE } from './schemas/index.js';
