/** Barriers in what a call gives back, whatever it is given. */
import type { Sink } from '../../../contracts/sinks.js';
import { type FileValue, type Linking, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { groupProtection, patternsOf } from './patterns.js';
import type { Visit } from '../visit.js';
import { type BarrierKind, covers } from './protection.js';
import { provenByReplacing } from './replacements.js';

/** `text.replace(/[^a-z0-9_]/g, '')`: nothing is left that could do harm. */
export function barrierByReplacing(link: Linking, call: FileValue, sink: Sink, beneath: boolean): BarrierKind | null {
  const protection = provenByReplacing(link, call);
  return covers(protection, sink, beneath) ? protection!.kind : null;
}

/** Letters, digits, `+`, `/`, `-`, `_` and `=` are left: none that a shell, markup, a quoted text or a line of a log could take for its own. */
const ENCODED_FOR: ReadonlySet<Sink> = new Set(['shell', 'html', 'log', 'sql', 'nosql', 'header']);

/** `Buffer.from(text).toString('base64')`, `'hex'`. */
export function isEncodedBuffer(link: Linking, visit: Visit, sink: Sink): boolean {
  const call = visit.ref;
  const fact = factOf(call);
  const encoding = fact.kind === 'call' && ENCODED_FOR.has(sink) ? fact.args[0] : undefined;
  if (fact.kind !== 'call' || encoding === undefined || !link.apiPaths(sibling(call, fact.callee)).some((path) => /Buffer(?:\.\w+\(\))?#toString$/.test(path))) return false;
  const names = link.constants(sibling(call, encoding));
  return names !== null && names.length > 0 && names.every((name) => /^(?:base64|base64url|hex)$/.test(String(name))) && !isDecodedLater(link, visit);
}

/** `Buffer.from(encoded, 'base64')`, `atob(encoded)` between here and the use. */
function isDecodedLater(link: Linking, visit: Visit): boolean {
  for (let nearer = visit.from; nearer !== null; nearer = nearer.from) {
    const fact = factOf(nearer.ref);
    if (fact.kind === 'call' && link.apiPaths(sibling(nearer.ref, fact.callee)).some((path) => /Buffer(?:\.from)?$|atob$|decode/i.test(path))) return true;
  }
  return false;
}

/** `text.match(/^([a-z]+)$/)[1]`: a group holds what its part of the pattern lets through, whatever stands around it. */
export function barrierByGroup(link: Linking, call: FileValue, group: string | undefined, sink: Sink, beneath: boolean): BarrierKind | null {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || fact.args.length !== 1 || !/^\d$/.test(group ?? '')) return null;
  const pattern = callee.name === 'match' ? fact.args[0]! : callee.name === 'exec' ? callee.object : null;
  const patterns = pattern === null ? null : patternsOf(link, sibling(call, pattern));
  const protection = patterns === null ? null : groupProtection(patterns, Number(group));
  return covers(protection, sink, beneath) ? protection!.kind : null;
}

const ONE_NAME = new Set(['base', 'name', 'ext']);

/** A part of a path that leads nowhere else: `path.parse(x).base`, an element of `x.split('/')`, or behind a directory one of `x.split('.')`, which holds no steps back. */
export function isOneName(link: Linking, call: FileValue, part: string | undefined, beneath: boolean): boolean {
  const fact = factOf(call);
  if (fact.kind !== 'call' || part === undefined) return false;
  if (ONE_NAME.has(part)) return link.apiPaths(sibling(call, fact.callee)).some((path) => /^path(?:\/\w+)?:(?:posix\.|win32\.)?parse$/.test(path));
  const callee = factOf(sibling(call, fact.callee));
  if (callee.kind !== 'member' || callee.name !== 'split' || fact.args[0] === undefined) return false;
  const separator = sibling(call, fact.args[0]);
  return link.constants(separator)?.every((text) => text === '/' || (beneath && text === '.')) ?? patternsOf(link, separator)?.every(({ source }) => /^\[?\\?\/?\\*\/?\]?$/.test(source) && source.includes('/')) ?? false;
}

/** `path.join(ROOT, name)`: what comes second cannot replace what came first. */
export function isPathJoin(link: Linking, call: FileValue): boolean {
  return link.rolesAt(call).some((site) => site.role === 'path.join');
}
