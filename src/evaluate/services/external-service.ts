/**
 * The external service that a call goes to: a language model, a payment or mail provider, a partner's HTTP interface. SDKs are named
 * by their models (attribute `service`), HTTP calls by the domain of their address or by the variable that holds it.
 */
import type { Program, RoleSite, ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';
import { addressOf } from './address.js';

export interface ExternalService {
  /** Equal for all calls of one service, however they are made: `openai` of the SDK and of `https://api.openai.com`. */
  readonly key: string;
  /** For readers: `OpenAI`, `partner.example`, `the service at CRM_URL`. */
  readonly name: string;
}

export interface ExternalCall {
  readonly use: RoleSite;
  readonly service: ExternalService;
  /** For `Evaluation.own`. */
  readonly value: ValueRef;
}

/** Roles whose uses are calls of a service that somebody else runs. */
const SDK_ROLES = ['service.call', 'llm.call'];

const MEMO = new WeakMap<Program, readonly ExternalCall[]>();

/**
 * Every call of an external service in the package, SDKs first. HTTP calls whose address cannot be told, of this machine, of a
 * neighbour by its bare name and of the program's own address are none.
 */
export function externalCalls(evaluation: Evaluation): ExternalCall[] {
  return evaluation.own(allExternalCalls(evaluation));
}

/** The same in all packages. */
export function allExternalCalls(evaluation: Evaluation): readonly ExternalCall[] {
  const { program } = evaluation;
  let calls = MEMO.get(program);
  if (calls === undefined) MEMO.set(program, (calls = findCalls(evaluation)));
  return calls;
}

function findCalls(evaluation: Evaluation): ExternalCall[] {
  const { program } = evaluation;
  const uses = [...SDK_ROLES, 'http.request'].flatMap((role) => program.sitesOf(role));
  const seen = new Set<string>();
  return uses.flatMap((use): ExternalCall[] => {
    const key = keyOf(use.value);
    const service = seen.has(key) || use.confidence === 'low' ? null : serviceOf(use, evaluation);
    seen.add(key);
    return service === null ? [] : [{ use, service, value: use.value }];
  });
}

/** @returns null where it is no external service, or cannot be told. */
function serviceOf(use: RoleSite, evaluation: Evaluation): ExternalService | null {
  if (use.role !== 'http.request') return namedService(String(use.entry.attributes['service'] ?? use.entry.package));
  const { program } = evaluation;
  for (const address of addressesAsked(use, program)) {
    const found = addressOf(address, evaluation);
    if (found === 'none') return null;
    if (found === null || found === 'relative') continue;
    if ('variable' in found) return isOwn({ key: found.variable.split('_')[0]!.toLowerCase(), name: '' }, program) ? null : { key: found.variable, name: `the service at ${found.variable}` };
    const service = namedService(found.domain);
    return isOwn(service, program) ? null : service;
  }
  return null;
}

/** `OpenAI (LangChain)` is OpenAI; `openai.com` is the same service. */
function namedService(written: string): ExternalService {
  const name = written.replace(/ \(.*\)$/, '');
  const [first = name] = name.split('.');
  return { key: first.toLowerCase().replace(/[^a-z0-9]/g, ''), name };
}

/** The project's own domain: `acme.com` is called in a package of `@acme`. */
function isOwn({ key }: ExternalService, program: Program): boolean {
  return program.packages.some(({ name }) => name !== null && name.split('/').some((part) => part.replace(/[^a-z0-9]/gi, '').toLowerCase() === key));
}

/** The address that a request names, and those that its client puts before it. */
export function addressesAsked(use: RoleSite, program: Program): ValueRef[] {
  const url = program.argument(use, 'url');
  return [...(url === null ? [] : [url]), ...[use, ...creatorsOf(use, program)].flatMap((each) => program.argument(each, 'base') ?? [])];
}

/** The calls that made the client of a use, and what made that one from. */
function creatorsOf(use: RoleSite, program: Program): RoleSite[] {
  if (use.created === null) return [];
  const creators = program.rolesAt(use.created);
  return creators.flatMap((creator) => [creator, ...(creator.created === null ? [] : program.rolesAt(creator.created))]);
}
