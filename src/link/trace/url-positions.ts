/**
 * Which parts of a URL's text decide where it leads. What stands behind a written host, or behind the first slash of a path, can
 * name another page of the same server and no other server.
 */
import type { Sink } from '../../contracts/sinks.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { assignedMembers } from '../resolve/assigned.js';
import { factOf } from '../value-graph.js';
import type { Visit, Walk } from './visit.js';

/** Sinks at which a URL's host is what counts: a request that is sent, a browser that is sent on. */
const URL_SINKS: ReadonlySet<Sink> = new Set(['url', 'redirect']);

/**
 * `free`: the part may name the host. `rooted`: the same, behind a slash that begins the text: only with another slash. `adjoining`: it continues a text that is not known, most often an address without its last
 * slash. `fixed`: the host was decided before it.
 */
export type UrlPosition = 'free' | 'rooted' | 'adjoining' | 'fixed';

/** Stands for what is not known; a private-use character that no audited text should hold. */
const HOLE = '\uE000';
const MAXIMUM_DEPTH = 8;
const MAXIMUM_LENGTH = 2000;

/** Properties of an address, or of the options of a request, that decide where it leads. */
const HOST_PROPERTIES: ReadonlySet<string> = new Set(['url', 'uri', 'href', 'host', 'hostname', 'origin', 'baseURL', 'baseUrl', 'prefixUrl', 'protocol', 'socketPath', 'destination']);

/** Functions whose result is their input in another form: what they do is named after it. */
const HANDS_ON = /(?:pars|decod|unescap|resolv|join|normali[sz]|format|concat|trim|pick|omit|merge|assign|extend|default|clone|plain|string|json|replace|valid|prefix|suffix|append|^get$|^to[A-Z])/i;

/**
 * May the result of a function of which nothing is known lead where its input says? Most are lookups: the address that belongs to
 * a key was written by somebody else.
 */
export function handsTargetOn(sink: Sink, name: string): boolean {
  const last = /([\w$]+)\W*$/.exec(name)?.[1] ?? name;
  return (!URL_SINKS.has(sink) && sink !== 'path') || HANDS_ON.test(last) || last === 'URL';
}

export function isUrlSink(sink: Sink): boolean {
  return URL_SINKS.has(sink);
}

/** `path.posix.join(req.baseUrl, req.path, id)`: what begins with a slash is a path of the own site, for two slashes become one. */
export function isJoinedOnOwnSite(link: Linking, call: FileValue, sink: Sink): boolean {
  const fact = factOf(call);
  const first = sink === 'redirect' && fact.kind === 'call' && fact.args[0] !== undefined ? sibling(call, fact.args[0]) : null;
  if (first === null || !link.rolesAt(call).some((site) => site.role === 'path.join')) return false;
  const part = factOf(first);
  const constants = link.constants(first);
  if (constants !== null) return constants.length > 0 && constants.every((text) => typeof text === 'string' && text.startsWith('/'));
  return part.kind === 'member' && /^(?:baseUrl|path|pathname|originalUrl)$/.test(part.name ?? '') && link.rolesAt(sibling(first, part.object)).some((site) => site.role === 'server.request');
}

/** `new URL(address).search`: what of an address begins with its own mark, and so stands behind the host wherever it is put. */
export function standsBehindHost(sink: Sink, paths: readonly string[], property: string | undefined): boolean {
  return URL_SINKS.has(sink) && (property === 'search' || property === 'hash') && paths.some((path) => /:URL#?$/.test(path));
}

/** May a property of this name decide where an address leads? One of unknown name may. */
export function namesHost(property: string | null): boolean {
  return property === null || HOST_PROPERTIES.has(property);
}

/** Of a parsed URL that is changed afterwards (`url.host = name`): into what names its host then. */
export function stepIntoReplacedHost(link: Linking, walk: Walk, visit: Visit): void {
  const fact = factOf(visit.ref);
  if (!isUrlSink(walk.sink) || fact.kind !== 'call' || !fact.isNew || !link.apiPaths(sibling(visit.ref, fact.callee)).includes('global:URL')) return;
  for (const name of ['href', 'host', 'hostname']) {
    for (const value of assignedMembers(visit.ref, name)) walk.go(visit, value, { path: [], text: `is assigned to its ${name}` });
  }
}

/** Into those parts of a URL that may decide where it leads. */
export function stepIntoUrlParts(walk: Walk, visit: Visit, parts: readonly number[], positions: readonly UrlPosition[], text: string): void {
  parts.forEach((part, index) => {
    if (positions[index] === 'fixed') return walk.end(visit, 'sanitized', 'a URL with a fixed host');
    walk.go(visit, sibling(visit.ref, part), { text, lossy: positions[index] === 'adjoining', beneath: positions[index] === 'rooted' });
  });
}

/** The position of each part of a template or of texts that are joined, in their order. */
export function urlPositions(link: Linking, ref: FileValue, sink: Sink): UrlPosition[] {
  const fact = factOf(ref);
  const texts = fact.kind === 'template' ? fact.texts : [];
  const parts = fact.kind === 'template' || fact.kind === 'concat' ? fact.parts : [];
  return positionsIn(link, ref, parts, sink, (index) => texts[index] ?? '');
}

/** The same for the elements of a list that are joined with a separator. */
export function joinedPositions(link: Linking, list: FileValue, separator: string, sink: Sink): UrlPosition[] {
  const fact = factOf(list);
  return fact.kind === 'array' ? positionsIn(link, list, fact.elements, sink, (index) => (index === 0 ? '' : separator)) : [];
}

function positionsIn(link: Linking, ref: FileValue, parts: readonly number[], sink: Sink, textBefore: (index: number) => string): UrlPosition[] {
  let before = '';
  return parts.map((part, index) => {
    before += textBefore(index);
    // A browser that is sent to `/` and what follows goes to another site when that begins with a second slash.
    const position = sink === 'redirect' && /^[/\\]$/.test(before) ? 'rooted' : positionAfter(before);
    if (position !== 'fixed') before += textOf(link, sibling(ref, part), 0);
    return position;
  });
}

/** A parameter of a path, as routes write it: `:id`, `(:id)`. */
const PATH_PARAMETER = /^\(?:[A-Za-z_]\w*\)?$/;

/** `'/claims/:id/parties'.replace(':id', id)`: is what is put in surely behind the host? Of an address that is not known a parameter of its path is. */
export function isFilledBehindHost(link: Linking, address: FileValue, pattern: FileValue, sink: Sink): boolean {
  const fact = factOf(pattern);
  const searched = fact.kind === 'literal' ? String(fact.value) : (link.constants(pattern)?.map(String) ?? []).length === 1 ? String(link.constants(pattern)![0]) : null;
  if (searched === null) return false;
  const mark = fact.kind === 'literal' && fact.type === 'regexp' ? searched.replace(/^\/|\/[a-z]*$/g, '') : searched;
  const texts = link.constants(address);
  const plain = mark.replace(/^\((.*)\)$/, '$1');
  if (texts === null || texts.length === 0) return PATH_PARAMETER.test(mark);
  return texts.every((text) => typeof text === 'string' && text.includes(plain) && isFixedBefore(text.slice(0, text.indexOf(plain)), sink));
}

function isFixedBefore(before: string, sink: Sink): boolean {
  return positionAfter(before) === 'fixed' && !(sink === 'redirect' && /^[/\\]$/.test(before));
}

/** Where a text stands that follows another one in a URL. */
export function positionAfter(text: string): UrlPosition {
  // `Refresh: 0; url=…`
  const before = text.replace(/^\d+\s*;\s*url\s*=\s*/i, '');
  if (before === '') return 'free';
  // A scheme that is not known is one all the same: `${req.protocol}://`.
  const authority = /^(?:(?:[a-z][a-z0-9+.-]*|\uE000):)?[/\\]{2,}/i.exec(before);
  if (authority !== null) return /[/\\?#]/.test(before.slice(authority[0].length)) ? 'fixed' : 'free';
  if (/[/\\?#]/.test(before)) return 'fixed';
  if (before.includes(HOLE)) return /[:@.]$/.test(before) ? 'free' : 'adjoining';
  // The beginning of a scheme is no beginning of a path.
  return /^(?:https?|ftp|wss?|[a-z][a-z0-9+.-]*:)$/i.test(before) ? 'free' : 'fixed';
}

/** The text of a value as far as it is written, with a hole for what is not. */
function textOf(link: Linking, value: FileValue, depth: number): string {
  const constants = link.constants(value);
  if (constants?.length === 1) return String(constants[0]);
  const fact = factOf(value);
  if (depth > MAXIMUM_DEPTH) return HOLE;
  const part = (id: number): string => textOf(link, sibling(value, id), depth + 1);
  if (fact.kind === 'template' && fact.tag < 0) {
    return fact.texts.map((text, index) => text + (index < fact.parts.length ? part(fact.parts[index]!) : '')).join('').slice(0, MAXIMUM_LENGTH);
  }
  if (fact.kind === 'concat') return fact.parts.map(part).join('').slice(0, MAXIMUM_LENGTH);
  // What an address says of its path begins with a slash.
  if (fact.kind === 'member' && fact.name === 'pathname') return `/${HOLE}`;
  if (fact.kind === 'call') return beginsAsPath(link, value, depth) ? `/${HOLE}` : HOLE;
  if (fact.kind !== 'reference') return HOLE;
  const [first, ...others] = link.sourcesOf(value).filter((source) => source.file !== value.file || source.id !== value.id);
  const text = first === undefined ? HOLE : textOf(link, indexed(first), depth + 1);
  // Of several alternatives each must have named its host.
  return others.every((other) => positionAfter(textOf(link, indexed(other), depth + 1)) === 'fixed') && (others.length === 0 || positionAfter(text) === 'fixed') ? text : HOLE;
}

/** `pathname.slice(0, end)`, `pathname.substring(0, pathname.lastIndexOf('/') + 1)`: a path from its first slash on. */
function beginsAsPath(link: Linking, call: FileValue, depth: number): boolean {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || !/^(?:slice|substring|substr)$/.test(callee.name ?? '') || fact.args.length !== 2) return false;
  const [start] = fact.args;
  return link.constants(sibling(call, start!))?.every((each) => each === 0) === true && textOf(link, sibling(call, callee.object), depth + 1).startsWith('/');
}
