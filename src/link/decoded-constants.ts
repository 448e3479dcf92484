/** Text that is written in the source in another encoding: `Buffer.from('Y2hhbmdlbWU=', 'base64').toString()`, `atob('…')`. */
import type { CallValue } from '../contracts/facts.js';
import type { Constant } from './constants.js';
import { type FileValue, type Linking, sibling } from './linking.js';
import { factOf } from './value-graph.js';

const DECODED = new Set<unknown>(['base64', 'base64url', 'hex']);
const READABLE = new Set<unknown>(['utf8', 'utf-8', 'ascii', 'latin1', 'binary']);

/** What a decoder of the language makes of constants; null for any other call. */
export function decodedConstants(link: Linking, ref: FileValue, fact: CallValue, recurse: (ref: FileValue) => Constant[] | null): Constant[] | null {
  const callee = factOf(sibling(ref, fact.callee));
  if (callee.kind === 'reference' && callee.name === 'atob' && callee.binding < 0 && fact.args.length === 1) {
    return decodeAll(recurse(sibling(ref, fact.args[0]!)), 'base64');
  }
  if (callee.kind !== 'member' || callee.name !== 'toString' || (fact.args[0] !== undefined && !isOnly(recurse(sibling(ref, fact.args[0])), READABLE))) return null;
  const made = factOf(sibling(ref, callee.object));
  if (made.kind !== 'call' || made.args.length !== 2 || !link.apiPaths(sibling(ref, made.callee)).some((path) => path.endsWith(':Buffer.from'))) return null;
  const encoding = recurse(sibling(ref, made.args[1]!));
  return isOnly(encoding, DECODED) && encoding?.length === 1 ? decodeAll(recurse(sibling(ref, made.args[0]!)), encoding[0] as BufferEncoding) : null;
}

function isOnly(values: Constant[] | null, allowed: ReadonlySet<unknown>): boolean {
  return values !== null && values.length > 0 && values.every((value) => allowed.has(value));
}

function decodeAll(texts: Constant[] | null, encoding: BufferEncoding): Constant[] | null {
  return texts === null ? null : texts.map((text) => Buffer.from(String(text), encoding).toString());
}
