/** Keys of partners in a product that knows several of them: which ones a deployment uses is its choice. */
import type { Dependency, PackageInfo } from '../../../contracts/inventory.js';
import type { EnvironmentRead, LinkedFile, Program } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { reachableFrom } from '../../evaluation.js';
import type { Evaluation } from '../../evaluation.js';
import { splitWords } from '../../names/name-words.js';
import { allExternalCalls } from '../../services/external-service.js';
import type { Predicate } from '../index.js';
import { isOwnSetting } from './own-settings.js';
import { signInProvider } from './sign-in-secrets.js';

/** So many partners are a list to choose from. */
const SEVERAL = 4;
/** Where somebody else keeps a service's own rows, vectors and jobs: without it nothing runs. */
const STORES = new Set(['pinecone', 'qdrant', 'weaviate', 'milvus', 'zilliz', 'chroma', 'chromadb', 'typesense', 'meilisearch', 'opensearch', 'supabase', 'neon', 'neondatabase', 'turso', 'libsql', 'planetscale', 'firebase', 'firestore', 'upstash', 'qstash', 'dynamodb', 'cosmos', 'databricks', 'snowflake']);
/** Where a service keeps its own files and queues, it has no choice once it runs; and words that are nobody's name. */
const NO_PARTNER = new Set(['aws', 's3', 'amazonaws', 'node', 'next', 'react', 'nest', 'nestjs', 'express', 'fastify', 'prisma', 'api', 'app', 'www', 'cron', 'queue', 'mail', 'email', 'smtp', 'log', 'logs', 'storage', 'search', 'cache', 'webhook', 'webhooks', 'site', 'web', 'base', 'public', 'private', 'secret', 'fetch', 'http', 'https', 'localhost', 'example', 'github', 'npmjs', 'npm', 'the', 'test', 'types', 'opentelemetry', 'directory', 'xml', 'config', 'core', 'common', 'utils', 'service', 'services', 'token', 'tokens', 'key', 'url', 'host', 'file', 'files', 'upload', 'uploads', 'image', 'images', 'video', 'form', 'forms', 'data', 'time', 'date', 'event', 'events', 'analytics', 'proxy', 'socket', 'stream', 'worker', 'plugin', 'local', 'static', 'graphql', 'health', 'mcp', 'metrics', 'tracing', 'telemetry', 'verify', 'access', 'refresh', 'default', 'connect', 'link', 'links', 'payment', 'payments', 'billing']);
/** What library authors add to the name of their service. */
const ABOUT_LIBRARY = /^(?:node|js|ts|api|sdk|client|server|web|react|next|typescript|javascript|rest|v\d+|sh|io|ai|dev|hq|com|app|inc)$/;
/** What somebody gives who runs a service of his own. */
const GIVEN = /(?:KEY|SECRET|TOKEN|PASS|PASSWORD|CREDENTIALS)$/;
/** A name this short is part of too many others. */
const SHORTEST = 3;

/**
 * `env.chosen-partner`: the variable is named for a service of somebody else whose library the program depends on, or whose address is written in it, and the
 * programs that the code is part of have variables of several such services. What is the program's own (its stores, its address, what signs and encrypts) is none.
 */
export const chosenPartner: Predicate = ({ read }, _operand, evaluation) => {
  if (read === null || isOwn(read.name) || partnerOf(read, evaluation) === null) return NO;
  return answerOf(partnersAround(read.value.file.package, evaluation) >= SEVERAL);
};

const counted = new WeakMap<Program, Map<string, number>>();

/** The most partners that a program knows which the package is part of. */
function partnersAround({ directory }: PackageInfo, evaluation: Evaluation): number {
  const { program } = evaluation;
  let known = counted.get(program);
  if (known === undefined) counted.set(program, (known = new Map()));
  let most = known.get(directory);
  if (most === undefined) {
    const programs = program.packages.map((each) => reachableFrom(each, program.packages)).filter((reached) => reached.has(directory));
    most = Math.max(0, ...programs.map((reached) => partnersIn(reached, evaluation)));
    known.set(directory, most);
  }
  return most;
}

function partnersIn(directories: ReadonlySet<string>, evaluation: Evaluation): number {
  const reads = evaluation.program.environment.reads.filter((read) => directories.has(read.value.file.package.directory) && evaluation.isSource(read.value));
  return new Set(reads.flatMap((read) => (isOwn(read.name) ? [] : partnerOf(read, evaluation) ?? []))).size;
}

/** `THREADS_APP_SECRET` is that of an application which the partner has registered, and not of the program itself. */
function isOwn(variable: string): boolean {
  return splitWords(variable).some((word) => STORES.has(word)) || isOwnSetting(variable.replace(/(?<=[A-Z0-9])_APP_(?=(?:SECRET|KEY|ID)$)/, '_'));
}

/** The partner whose name stands in that of the variable, or null: `stripe` of `STRIPE_SECRET_KEY`, `alphavantage` of `ALPHA_VANTAGE_KEY`. */
function partnerOf(read: EnvironmentRead, evaluation: Evaluation): string | null {
  const provider = signInProvider(read.name);
  if (provider !== null) return provider.toLowerCase();
  const { known, own } = partnersOf(evaluation);
  const { file } = read.value;
  return namesIn(read.name).find((name) => !own.has(name) && (known.has(name) || (GIVEN.test(read.name) && isPlaceOf(file, name)) || [...writtenIn(file)].some((domain) => domain.startsWith(name)))) ?? null;
}

/** Where a program keeps what it does with each of its partners: `integrations/mapbox/client.ts`, `social/mastodon.provider.ts`. */
const AMONG_PARTNERS = /(?:^|\/)(?:integrations?|providers?|connectors?|partners?|social)\/(?<place>.*)$/i;

function isPlaceOf({ facts }: LinkedFile, name: string): boolean {
  return (AMONG_PARTNERS.exec(facts.path)?.groups?.['place']?.toLowerCase() ?? '').split(/[/.]/).some((part) => part.replace(/[-_]/g, '') === name);
}

/** Each word, and each two after each other: `alpha`, `vantage`, `alphavantage`. */
function namesIn(variable: string): string[] {
  const words = splitWords(variable);
  return words.flatMap((word, index) => [word, ...(index + 1 < words.length ? [word + words[index + 1]!] : [])]).filter(isName);
}

function isName(word: string): boolean {
  return word.length >= SHORTEST && !NO_PARTNER.has(word) && !STORES.has(word) && !ABOUT_LIBRARY.test(word);
}

interface Partners {
  /** Services that the program calls, and those whose libraries it depends on. */
  readonly known: ReadonlySet<string>;
  /** What the program calls itself. */
  readonly own: ReadonlySet<string>;
}

const memo = new WeakMap<Program, Partners>();

function partnersOf(evaluation: Evaluation): Partners {
  const { program } = evaluation;
  let partners = memo.get(program);
  if (partners === undefined) {
    const called = allExternalCalls(evaluation).map(({ service }) => service).filter(({ key }) => !key.includes('_')).flatMap(({ key, name }) => [key, ...splitWords(name)]);
    const own = new Set(program.packages.flatMap(({ name }) => (name === null ? [] : splitWords(name.split('/')[0]!))));
    const libraries = program.packages.flatMap(({ dependencies }) => dependencies.flatMap(serviceOfLibrary));
    memo.set(program, (partners = { known: new Set([...called, ...libraries].filter(isName)), own }));
  }
  return partners;
}

/** `sendgrid` of `@sendgrid/mail`, `quickbooks` of `node-quickbooks`, `anthropic` of `@ai-sdk/anthropic`; none of a part of several words that all say something. */
function serviceOfLibrary({ name, kind }: Dependency): string[] {
  if (kind === 'development') return [];
  return name.replace(/^@/, '').split('/').flatMap((part) => {
    const words = part.split(/[-.]/).filter((word) => !ABOUT_LIBRARY.test(word));
    return words.length === 1 ? words.map((word) => word.replace(/(?<=\w{4})(?:hq|labs|inc|js)$/, '')) : [];
  });
}

const domains = new WeakMap<LinkedFile, ReadonlySet<string>>();

/** The domains of the addresses that a file writes, without what stands before and behind their name. */
function writtenIn(file: LinkedFile): ReadonlySet<string> {
  let known = domains.get(file);
  if (known === undefined) {
    const texts = [...file.valuesOfKind('literal'), ...file.valuesOfKind('template')].flatMap((id) => {
      const fact = file.facts.values[id]!;
      return fact.kind === 'literal' ? [String(fact.value)] : fact.kind === 'template' ? [fact.texts[0] ?? ''] : [];
    });
    known = new Set(texts.flatMap((text) => /^(?:https?|wss?):\/\/([a-z0-9.-]+\.[a-z]{2,})(?=[/:?#]|$)/i.exec(text)?.[1]?.toLowerCase().split('.').slice(0, -1).filter(isName) ?? []));
    domains.set(file, known);
  }
  return known;
}
