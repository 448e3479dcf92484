/** Whom an address belongs to, as far as it is written: its domain, or the variable that holds it. */
import type { EnvironmentRead, Program, ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';
import { splitWords } from '../names/name-words.js';
import { HOLE, textOf } from '../value-tests/partial-text.js';

/** `relative`: the address needs a base; `none`: this machine, a neighbour by its bare name, or the program's own address. */
export type Address = { readonly domain: string } | { readonly variable: string } | 'relative' | 'none';

/** Domains below which anybody registers with one more label. */
const SECOND_LEVEL = /^(?:co|com|net|org|gov|ac|edu)\.[a-z]{2}$/;
/** Names of hosts that are no other company's. */
const OWN_NETWORK = /^(?:localhost|[^.]+|.*\.(?:localhost|local|localdomain|cluster\.local)|host\.docker\.internal|[\d.]+|\[.*)$/;
/** What a variable's name says beside whose address it is. */
const ABOUT_ADDRESS: ReadonlySet<string> = new Set(['url', 'uri', 'urls', 'host', 'hostname', 'base', 'endpoint', 'origin', 'domain', 'address', 'addr', 'root', 'path', 'prefix', 'https', 'http', 'port']);
/** Names by which programs call themselves and their own parts. */
const OWN_PARTS: ReadonlySet<string> = new Set([
  ...['app', 'api', 'site', 'web', 'website', 'webapp', 'public', 'server', 'service', 'self', 'own', 'my', 'this', 'frontend', 'backend', 'client', 'admin', 'dashboard', 'internal', 'external', 'callback', 'redirect'],
  ...['next', 'nextauth', 'vite', 'react', 'nuxt', 'expo', 'vercel', 'railway', 'render', 'auth', 'cdn', 'main', 'default', 'proxy', 'gateway', 'worker', 'database', 'db', 'redis', 'test'],
]);

/** @returns null when nothing of it can be told. */
export function addressOf(value: ValueRef, evaluation: Evaluation): Address | null {
  const { program } = evaluation;
  const texts = [...new Set([value, ...program.sourcesOf(value)].slice(0, 8).map((each) => textOf(each, evaluation)))];
  const domains = new Set(texts.flatMap((text) => domainOf(text) ?? []));
  // A helper that is handed the addresses of several services is none of them.
  if (domains.size > 1) return null;
  for (const domain of domains) return { domain };
  const read = variableOf(value, program, 0);
  if (read !== null) return isOwnPart(read) ? 'none' : { variable: read };
  if (texts.some((text) => /^(?:https?|wss?):\/\/[^\uE000]/i.test(text))) return 'none';
  return texts.every((text) => /^\/|^[\w-]+(?:\/|$)/.test(text)) ? 'relative' : null;
}

/** @returns null for a text without a host that is written, or with one of this network. */
function domainOf(text: string): string | null {
  const host = /^(?:https?|wss?):\/\/([^/?#:]*)/i.exec(text)?.[1]?.toLowerCase();
  if (host === undefined || host === '' || host === HOLE) return null;
  const domain = host.includes(HOLE) ? host.slice(host.lastIndexOf(HOLE) + 1).replace(/^[^.]*\./, '') : host;
  if (!domain.includes('.') && host.includes(HOLE)) return null;
  return OWN_NETWORK.test(host) ? null : registrable(domain);
}

/** `api.eu.partner.co.uk` belongs to `partner.co.uk`. */
function registrable(host: string): string {
  const labels = host.split('.');
  return labels.slice(SECOND_LEVEL.test(labels.slice(-2).join('.')) ? -3 : -2).join('.');
}

function isOwnPart(variable: string): boolean {
  const words = splitWords(variable).filter((word) => !ABOUT_ADDRESS.has(word));
  return words.every((word) => OWN_PARTS.has(word));
}

const MAXIMUM_STEPS = 6;

/** The variable that an address begins with, or is. */
export function variableOf(value: ValueRef, program: Program, step: number): string | null {
  const reads = readsAt(program);
  for (const source of [value, ...program.sourcesOf(value)].slice(0, 8)) {
    const read = reads.get(keyOf(source));
    if (read !== undefined && read.name !== '') return read.name;
    const fact = program.fact(source);
    const inner = step < MAXIMUM_STEPS ? beginningOf(source, fact) : [];
    for (const id of inner) {
      const found = variableOf({ file: source.file, id }, program, step + 1);
      if (found !== null) return found;
    }
  }
  return null;
}

function beginningOf({ file }: ValueRef, fact: ReturnType<Program['fact']>): number[] {
  switch (fact.kind) {
    case 'template':
      return /^(?:https?:\/\/)?$/.test(fact.texts[0] ?? '') ? fact.parts.slice(0, 1) : [];
    case 'concat': {
      const [first] = fact.parts;
      const literal = first === undefined ? undefined : file.facts.values[first];
      return literal?.kind === 'literal' ? fact.parts.slice(1, 2) : fact.parts.slice(0, 1);
    }
    case 'logical':
      return [fact.left, fact.right];
    case 'conditional':
      return [fact.whenTrue, fact.whenFalse];
    case 'cast':
    case 'await':
      return [fact.operand];
    case 'member':
      return fact.name === 'href' ? [fact.object] : [];
    case 'call': {
      const callee = file.facts.values[fact.callee];
      if (fact.isNew && callee?.kind === 'reference' && callee.name === 'URL') return fact.args.slice(0, 2).reverse();
      return callee?.kind === 'member' && /^(?:replace|trim|toString|concat)$/.test(callee.name ?? '') ? [callee.object] : [];
    }
    default:
      return [];
  }
}

const READS = new WeakMap<Program, ReadonlyMap<string, EnvironmentRead>>();

function readsAt(program: Program): ReadonlyMap<string, EnvironmentRead> {
  let known = READS.get(program);
  if (known === undefined) READS.set(program, (known = new Map(program.environment.reads.map((read) => [keyOf(read.value), read]))));
  return known;
}
