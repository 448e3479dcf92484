/** What an answer tells of the inside of a service: its environment, process, connections and errors. */
import type { CallValue, ValueFact } from '../../contracts/facts.js';
import type { Program, ValueRef } from '../../contracts/program.js';
import { alternativesOf } from '../alternatives.js';
import { keyOf } from '../file-uses.js';
import { rootOf } from '../sites/response-root.js';
import { writtenName } from '../../contracts/written-name.js';

/**
 * `environment`: all variables. `variable`: one of them. `runtime`: the process, its machine or a server behind it. `connection`: where
 * something is. `configuration`: settings as a whole. `error`: the text of an error. `release`: the stage or the service's own version.
 */
export type Detail = 'environment' | 'variable' | 'runtime' | 'connection' | 'configuration' | 'error' | 'release';

export interface Told {
  detail: Detail;
  at: ValueRef;
}

const MAX_DEPTH = 10;
const PROCESS = /^process\.(?:memoryUsage|cpuUsage|resourceUsage|versions?|pid|ppid|platform|arch|argv|execArgv|execPath|cwd|config|report)(?:\.|$)/;
const OPERATING_SYSTEM = /^os[:.](?:hostname|cpus|totalmem|freemem|networkInterfaces|loadavg|release|version|platform|arch|type|userInfo|machine|homedir)(?:\(\))?$/;
/** Commands by which datastores describe themselves. */
const SERVER_STATE = /^(?:serverStatus|buildInfo|serverInfo|hostInfo|getHeapStatistics|replSetGetStatus)$/;
const VARIABLE = /^(?:process|import\.meta)\.env\.(\w+)$/;
const RELEASE = /version|commit|sha|revision|build|release|stage|region|^(?:node_env|app_env|environment|env)$/i;
const HOLDER = /(?:config|configuration|settings|env|options|connection|conn|db|database|redis|pool|client|datasource|sequelize|mongoose|amqp|kafka)\w*$/i;
const PLACE = /^(?:host|hostname|uri|url|dsn|user|username|password|database|dbname|connectionstring|replicas?|brokers?)$/i;
const SETTINGS = /^(?:config|configuration|settings|env)$/i;
const ERROR = /^(?:e|ex|err|error|exception|reason)$/i;
const HARMLESS = /^(?:now|toISOString|uptime|round|floor|ceil|toFixed|hrtime|Date|Number|Boolean|String|toString|toLocaleString|test|includes|isReady|every|some|startsWith)$/;
const PASSES_ON = /^(?:stringify|assign|freeze|all|allSettled|fromEntries|pick|json|sendSuccess)$/;

export class DetailFinder {
  readonly told: Told[] = [];
  /** Parts of the answer that could not be followed. */
  readonly open: ValueRef[] = [];
  private readonly seen = new Set<string>();

  /** @param isReached stands the value in a function that the route runs? What others give to a helper is not told here. */
  constructor(
    private readonly program: Program,
    private readonly isReached: (value: ValueRef) => boolean,
  ) {}

  look(ref: ValueRef, depth = 0): void {
    const key = keyOf(ref);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (depth > MAX_DEPTH) return void this.open.push(ref);
    const fact = this.program.fact(ref);
    const on = (id: number): void => this.look({ file: ref.file, id }, depth + 1);
    switch (fact.kind) {
      case 'object':
        return fact.properties.forEach((property) => property.kind !== 'method' && on(property.value));
      case 'array':
        return fact.elements.forEach(on);
      case 'template':
      case 'concat':
        return fact.parts.forEach(on);
      case 'literal':
      case 'binary':
      case 'unary':
      case 'function':
        return;
      case 'reference':
      case 'member':
        return this.lookAtName(ref, fact, depth);
      case 'call':
        return this.lookAtCall(ref, fact, depth);
      default: {
        const alternatives = alternativesOf(fact);
        if (alternatives === null) this.open.push(ref);
        else alternatives.forEach(on);
      }
    }
  }

  private add(detail: Detail, at: ValueRef): void {
    this.told.push({ detail, at });
  }

  private lookAtName(ref: ValueRef, fact: Extract<ValueFact, { kind: 'reference' | 'member' }>, depth: number): void {
    const detail = this.detailOf(ref, fact);
    if (detail !== null) return this.add(detail, ref);
    if (this.program.constants(ref) !== null) return;
    const isGiven = this.isOfParameter(ref);
    const sources = this.program.sourcesOf(ref).filter((source) => keyOf(source) !== keyOf(ref) && (!isGiven || this.isReached(source)));
    // `version` of settings that are made of all variables.
    if (RELEASE.test(fact.name ?? '') && sources.some((source) => this.program.describe(source) === 'process.env')) return this.add('release', ref);
    if (sources.length > 0) return sources.forEach((source) => this.look(source, depth + 1));
    // `memory.rss` of `const memory = process.memoryUsage()`.
    if (fact.kind === 'member') return this.look({ file: ref.file, id: fact.object }, depth + 1);
    this.open.push(ref);
  }

  private isOfParameter({ file, id }: ValueRef): boolean {
    const fact = file.facts.values[rootOf(file, id)]!;
    return fact.kind === 'parameter' || (fact.kind === 'reference' && fact.binding >= 0 && file.facts.bindings[fact.binding]!.kind === 'parameter');
  }

  private detailOf(ref: ValueRef, fact: Extract<ValueFact, { kind: 'reference' | 'member' }>): Detail | null {
    const text = this.program.describe(ref);
    if (text === 'process.env') return 'environment';
    const variable = VARIABLE.exec(text)?.[1];
    if (variable !== undefined) return RELEASE.test(variable) ? 'release' : 'variable';
    if (PROCESS.test(text) || this.ofOperatingSystem(ref)) return 'runtime';
    if (fact.kind === 'reference') return this.ofReference(ref, fact.binding, fact.name);
    const object = this.program.fact({ file: ref.file, id: fact.object });
    const holder = writtenName(object) ?? '';
    const name = fact.name ?? '';
    if (/^(?:message|stack|sqlMessage)$/.test(name) && ERROR.test(holder)) return 'error';
    if (PLACE.test(name) && HOLDER.test(holder)) return 'connection';
    if (/version/i.test(name) && /^(?:pkg|package|packageJson|package_json|app|config|settings|manifest)$/i.test(holder)) return 'release';
    // `config.env` is the stage, `env.REGION` says where it runs.
    if (SETTINGS.test(holder) && RELEASE.test(name)) return 'release';
    if (/^env$/i.test(name) && /^(?:config|settings|options|app)$/i.test(holder)) return 'release';
    return SETTINGS.test(name) && this.program.constants(ref) === null ? 'configuration' : null;
  }

  private ofReference(ref: ValueRef, binding: number, name: string): Detail | null {
    const known = binding < 0 ? undefined : ref.file.facts.bindings[binding];
    if (known?.kind === 'catch') return 'error';
    if (SETTINGS.test(name) && (known?.kind === 'import' || known?.function === 0)) return 'configuration';
    return RELEASE.test(name) && this.program.constants(ref) === null && known?.kind === 'import' ? 'release' : null;
  }

  private ofOperatingSystem(ref: ValueRef): boolean {
    return this.program.apiPaths(ref).some((path) => OPERATING_SYSTEM.test(path));
  }

  private lookAtCall(ref: ValueRef, fact: CallValue, depth: number): void {
    const callee: ValueRef = { file: ref.file, id: fact.callee };
    const calleeFact = this.program.fact(callee);
    const name = writtenName(calleeFact) ?? '';
    if (PROCESS.test(this.program.describe(callee)) || this.ofOperatingSystem(callee) || SERVER_STATE.test(name)) return this.add('runtime', ref);
    const callees = this.program.callees(ref);
    if (callees.length > 0) return callees.forEach(({ file, id }) => file.facts.functions[id]!.returns.forEach((returned) => this.look({ file, id: returned }, depth + 1)));
    if (PASSES_ON.test(name)) return fact.args.forEach((id) => this.look({ file: ref.file, id }, depth + 1));
    if (!HARMLESS.test(name)) this.open.push(ref);
  }
}
