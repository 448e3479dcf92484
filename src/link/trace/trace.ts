/**
 * `trace`: where a value comes from. A backward walk over the value graph with a work list, from the sink to everything that
 * may arrive there. It stays inside the call that it entered (a helper's tainted call does not taint its clean one), asks at each
 * value whether a role, a sanitizer or a check ends it, and is bounded; a bound that was hit is said.
 */
import type { Step } from '../../contracts/audit.js';
import type { Origin, RoleSite, Trace, TraceOptions, ValueRef } from '../../contracts/program.js';
import { ELEMENT_NAME, memberPath } from '../api-path.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import type { Sink } from '../../contracts/sinks.js';
import { factOf, keyOf } from '../value-graph.js';
import { barrierAt, barrierByInput } from './barriers/index.js';
import { stepIntoCall } from './calls.js';
import { checkedBeforeGetter } from './checked-fields.js';
import { stepIntoExpression } from './expressions.js';
import { frameOf } from './frames.js';
import { stepIntoMember } from './members.js';
import { parameterAt, parameterBehind, passedParameterAt, stepIntoParameter } from './parameters.js';
import { idleFunctionsOn, namedCheckOn } from './named-checks/index.js';
import { holdsOnlyText, isDataItself, parsesText, throughOthers } from './request-values.js';
import { stepsOf } from './steps.js';
import { isUrlSink } from './url-positions.js';
import { stepIntoReference, stepIntoReplaced } from './variables.js';
import { type Change, ELEMENT, type Visit, type Walk, visitKey } from './visit.js';

/** Of 97 answers that named request data in five services 94 were found within these, the others on long ways. Walks that are cut short take most of the time of all. */
const MAXIMUM_VISITS = 1000;
const MAXIMUM_ORIGINS = 60;
/** What comes out of these bears the server's own signature, or that of an issuer it trusts. */
const VOUCHED: ReadonlySet<string> = new Set(['jwt.verify', 'jwt.verify.request', 'jwt.sign']);

export function trace(link: Linking, ref: ValueRef, options: TraceOptions): Trace {
  return new Walker(link, options).run(indexed(ref));
}

/** An origin whose steps and checks are told only when somebody asks for them. */
class TracedOrigin implements Origin {
  readonly value: ValueRef;
  readonly lossy: boolean;
  readonly assumed: boolean;
  readonly stored: boolean;
  readonly confidence: Origin['confidence'];
  private told: Step[] | null = null;
  private found: string | null | undefined;

  constructor(
    private readonly link: Linking,
    private readonly visit: Visit,
    readonly kind: Origin['kind'],
    readonly detail: string,
    private readonly sink: Sink,
  ) {
    this.value = visit.ref;
    this.lossy = visit.lossy;
    this.assumed = visit.assumed ?? visit.lossy;
    this.stored = visit.stored;
    this.confidence = visit.guessed || visit.stored ? 'low' : visit.lossy ? 'medium' : 'high';
  }

  get steps(): Step[] {
    return (this.told ??= stepsOf(this.link, this.visit, this.kind, this.detail));
  }
  get idle(): readonly string[] {
    return idleFunctionsOn(this.link, this.visit);
  }
  get namedCheck(): string | null {
    return (this.found ??= namedCheckOn(this.link, this.visit, this.sink));
  }
}

/** How unsure a way is: 0 when each step is proven. */
function doubtOf({ lossy, stored }: { lossy: boolean; stored: boolean }): number {
  return stored ? 2 : lossy ? 1 : 0;
}

class Walker implements Walk {
  private readonly work: Visit[] = [];
  /** Places come to, and how unsure the surest way is. */
  private readonly seen = new Map<string | number, number>();
  private readonly origins = new Map<string, Origin>();
  private truncated = false;
  readonly sink: Sink;
  readonly seesThrough: boolean;
  readonly endsAtObjects: boolean;

  constructor(private readonly link: Linking, { sink, objects }: TraceOptions) {
    this.sink = sink;
    this.seesThrough = sink === 'origin';
    this.endsAtObjects = objects === 'end';
  }

  run(start: FileValue): Trace {
    this.work.push({ ref: start, path: [], frame: null, from: null, text: '', toldAtTarget: false, lossy: false, beneath: false, stored: false, parsed: false });
    let visits = 0;
    for (let visit = this.work.pop(); visit !== undefined; visit = this.work.pop()) {
      visits += 1;
      if (visits > MAXIMUM_VISITS) {
        this.truncated = true;
        this.link.limits.add(`a data flow question was cut short after ${MAXIMUM_VISITS} steps`);
        break;
      }
      this.step(visit);
    }
    return { origins: [...this.origins.values()], truncated: this.truncated };
  }

  go(from: Visit, ref: ValueRef, change: Change = {}): void {
    const visit: Visit = {
      ref: indexed(ref),
      path: change.path ?? from.path,
      frame: change.frame === undefined ? from.frame : change.frame,
      from,
      text: change.text ?? '',
      toldAtTarget: change.toldAtTarget ?? false,
      lossy: from.lossy || (change.lossy ?? false),
      beneath: from.beneath || (change.beneath ?? false),
      stored: from.stored || (change.stored ?? false),
      parsed: from.parsed || parsesText(this.link, from.ref, this.sink),
    };
    const key = visitKey(visit);
    const known = this.seen.get(key);
    if (known !== undefined && known <= doubtOf(visit)) return;
    this.seen.set(key, doubtOf(visit));
    this.work.push(visit);
  }

  end(at: Visit, kind: Origin['kind'], detail: string): void {
    const key = `${kind} ${keyOf(at.ref)} ${detail}`;
    const known = this.origins.get(key);
    if (known !== undefined && doubtOf(known) <= doubtOf(at)) return;
    // What a client sends is told however much else arrives.
    if (known === undefined && this.origins.size >= MAXIMUM_ORIGINS && kind !== 'request') {
      this.truncated = true;
      return;
    }
    this.origins.set(key, new TracedOrigin(this.link, at, kind, detail, this.sink));
  }

  endAtRequest(visit: Visit, site: RoleSite): void {
    const checked = this.seesThrough ? null : barrierByInput(this.link, site, visit.path, this.sink, visit.beneath);
    if (checked !== null) return this.end(visit, checked, site.path);
    if (this.sink === 'nosql' && !visit.parsed && holdsOnlyText(site, visit.path)) return this.end(visit, 'sanitized', site.path);
    // A slash in it would stand there encoded: it names one file of a directory, or one page of the site.
    const isEncoded = visit.beneath && !visit.parsed && site.entry.attributes['encoded'] === true;
    if (isEncoded && this.sink === 'redirect') return this.end(visit, 'sanitized', site.path);
    // What of an address begins with its own mark stands behind the host wherever it is put.
    if (isUrlSink(this.sink) && site.role === 'request.url' && /^(?:search|hash)$/.test(visit.path.at(-1) ?? '')) return this.end(visit, 'sanitized', site.path);
    const part = visit.path.reduce((path, name) => memberPath(path, name === ELEMENT ? ELEMENT_NAME : name), site.path);
    const entries = visit.path.length > 0 ? this.link.models.roleEntries('read', part) : [];
    if (entries.some((entry) => entry.role === 'trusted.data')) return this.end(visit, 'library', part);
    // A part may be of another kind than the whole: the name of an uploaded file that came as text.
    const role = entries.find((entry) => entry.role.startsWith('request.'))?.role ?? site.role;
    const from = throughOthers(visit, role);
    // Behind the beginning of an address that a function of which nothing is known puts together.
    const isLaterPart = this.sink === 'redirect' && visit.beneath && visit.lossy;
    const at = { ...from, lossy: from.lossy || site.confidence !== 'high', guessed: site.confidence === 'low' || isLaterPart || (isEncoded && this.sink === 'path'), assumed: from.lossy };
    return this.end(at, 'request', [role, ...visit.path].join('.'));
  }

  private step(visit: Visit): void {
    const fact = factOf(visit.ref);
    // A variable may be request data as a whole (an argument of a server function), and so may a member (`req.url`, `header.name`): it is checked as a whole.
    if ((fact.kind === 'reference' || fact.kind === 'member') && this.endsByCheck(visit)) return;
    if (stepIntoReplaced(this, visit) || this.endsByRole(visit)) return;
    switch (fact.kind) {
      case 'reference':
        return stepIntoReference(this.link, this, visit);
      case 'member':
        return stepIntoMember(this.link, this, visit);
      case 'call':
        return stepIntoCall(this.link, this, visit);
      case 'parameter':
        return stepIntoParameter(this.link, this, visit);
      default:
        return stepIntoExpression(this.link, this, visit, this.sink);
    }
  }

  private endsByCheck(visit: Visit): boolean {
    const barrier = this.seesThrough ? null : barrierAt(this.link, visit.ref, visit.path, this.sink, visit.beneath) ?? checkedBeforeGetter(this.link, visit, this.sink);
    return barrier !== null && this.ended(visit, barrier, '');
  }

  /** Request data, the environment, a datastore, or a sanitizer for this kind of sink. */
  private endsByRole(visit: Visit): boolean {
    const sites = this.link.rolesAt(visit.ref);
    if (sites.length === 0 || this.isEnteredParameter(visit) || this.isOwnResult(visit.ref)) return false;
    for (const site of sites) {
      const { role } = site;
      if (role.startsWith('request.')) {
        // A function that clients call themselves is given what they send, whoever else calls it; a schema before it tells the two apart.
        if ((role !== 'request.arguments' || site.entry.attributes['checked'] !== undefined) && this.isPassedParameter(visit)) continue;
        this.endAtRequest(visit, site);
        return true;
      }
      if (!this.seesThrough && VOUCHED.has(role)) return this.ended(visit, 'principal', site.path);
      if (role === 'trusted.data') return this.ended(visit, 'library', site.path);
      if (role === 'env.read' || role === 'env.all') return this.ended(visit, 'environment', site.path);
      if (role === 'sanitize.all' && !this.seesThrough) return this.ended(visit, 'numeric', site.path);
      if (role === `sanitize.${this.sink}` || (this.sink === 'sql' && role === 'sanitize.sql-identifier')) {
        return this.ended(visit, 'sanitized', site.path);
      }
      if (role === 'sql.tag.parameterizing' && this.sink === 'sql') return this.ended(visit, 'sanitized', site.path);
      if (role === 'sql.execute' || role === 'orm.query' || role === 'orm.write' || role === 'nosql.query' || role === 'datastore.read' || this.isLookup(site)) {
        return this.ended(visit, 'datastore', site.path);
      }
    }
    return false;
  }

  /** A parameter of a function that was entered is what that call passes, whatever other calls do. */
  private isEnteredParameter({ ref, frame }: Visit): boolean {
    const parameter = frame === null ? null : parameterAt(ref);
    return parameter !== null && frameOf(this.link, frame, { file: ref.file, id: parameter.function })?.callback === null;
  }

  /** What only calls of the program pass is read where they read it, with the checks that stand there; so is a part of it. */
  private isPassedParameter({ ref, frame }: Visit): boolean {
    const root = parameterAt(ref) === null ? parameterBehind(this.link, ref) : ref;
    if (root === null || (root !== ref && !isDataItself(this.link, root))) return false;
    const entered = frame === null ? null : frameOf(this.link, frame, { file: root.file, id: parameterAt(root)!.function });
    return entered === null ? passedParameterAt(this.link, root) !== null : entered.callback === null;
  }

  /** What a function of the program gives back depends on the call; the walk goes into it. */
  private isOwnResult(ref: FileValue): boolean {
    const fact = factOf(ref);
    if (fact.kind === 'call') return !fact.isNew && this.link.callees(ref).length > 0;
    if (fact.kind === 'await') return this.isOwnResult({ file: ref.file, id: fact.operand });
    const binding = fact.kind === 'reference' ? ref.file.facts.bindings[fact.binding] : undefined;
    const write = binding?.kind === 'const' && binding.writes.length === 1 ? binding.writes[0]!.value : -1;
    return write >= 0 && factOf({ file: ref.file, id: write }).kind !== 'reference' && this.isOwnResult({ file: ref.file, id: write });
  }

  /** A query by the name of its method, on an unknown receiver, that is given conditions as an object: `User.findOne({ name })`. */
  private isLookup(site: RoleSite): boolean {
    if (site.role === 'orm.query.unresolved') return this.seesThrough || this.link.argument(site, 'filter') !== null;
    const filter = site.role === 'nosql.query.unresolved' ? this.link.argument(site, 'filter') : null;
    return filter !== null && factOf(indexed(filter)).kind === 'object';
  }

  private ended(visit: Visit, kind: Origin['kind'], detail: string): true {
    this.end(visit, kind, detail);
    return true;
  }
}
