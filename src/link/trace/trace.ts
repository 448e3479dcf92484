/**
 * `trace`: where a value comes from. A backward walk over the value graph with a work list, from the sink to everything that
 * may arrive there. It stays inside the call that it entered (a helper's tainted call does not taint its clean one), asks at each
 * value whether a role, a sanitizer or a check ends it, and is bounded; a bound that was hit is said.
 */
import type { Step } from '../../contracts/audit.js';
import type { Origin, Trace, TraceOptions, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { barrierAt } from './barriers.js';
import { joinsText, stepIntoCall, stepIntoTag } from './calls.js';
import { stepIntoMember } from './members.js';
import { stepIntoParameter } from './parameters.js';
import { stepsOf } from './steps.js';
import { stepIntoReference } from './variables.js';
import { ANY, type Change, ELEMENT, KEYS, type Visit, type Walk, inside, visitKey } from './visit.js';

const MAXIMUM_VISITS = 4000;
const MAXIMUM_ORIGINS = 60;

export function trace(link: Linking, ref: ValueRef, options: TraceOptions): Trace {
  const walker = new Walker(link, options.sink);
  return walker.run(indexed(ref));
}

/** An origin whose steps are told only when somebody asks for them. */
class TracedOrigin implements Origin {
  readonly value: ValueRef;
  readonly lossy: boolean;
  private told: Step[] | null = null;

  constructor(
    private readonly link: Linking,
    private readonly visit: Visit,
    readonly kind: Origin['kind'],
    readonly detail: string,
  ) {
    this.value = visit.ref;
    this.lossy = visit.lossy;
  }

  get steps(): Step[] {
    return (this.told ??= stepsOf(this.link, this.visit, this.kind, this.detail));
  }
}

class Walker implements Walk {
  private readonly work: Visit[] = [];
  private readonly seen = new Set<string>();
  private readonly origins = new Map<string, Origin>();
  private truncated = false;

  constructor(
    private readonly link: Linking,
    private readonly sink: string,
  ) {}

  run(start: FileValue): Trace {
    this.work.push({ ref: start, path: [], frame: null, from: null, text: '', toldAtTarget: false, lossy: false });
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
    };
    const key = visitKey(visit);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.work.push(visit);
  }

  end(at: Visit, kind: Origin['kind'], detail: string): void {
    const key = `${kind} ${keyOf(at.ref)} ${detail}`;
    const known = this.origins.get(key);
    if (known !== undefined && (!known.lossy || at.lossy)) return;
    if (known === undefined && this.origins.size >= MAXIMUM_ORIGINS) {
      this.truncated = true;
      return;
    }
    this.origins.set(key, new TracedOrigin(this.link, at, kind, detail));
  }

  private step(visit: Visit): void {
    if (this.endsByRole(visit)) return;
    const fact = factOf(visit.ref);
    if (fact.kind === 'reference' || fact.kind === 'member') {
      const barrier = barrierAt(this.link, visit.ref);
      if (barrier !== null) return this.end(visit, barrier, '');
    }
    switch (fact.kind) {
      case 'reference':
        return stepIntoReference(this.link, this, visit);
      case 'member':
        return stepIntoMember(this.link, this, visit);
      case 'call':
        return stepIntoCall(this.link, this, visit, this.sink);
      case 'parameter':
        return stepIntoParameter(this.link, this, visit);
      default:
        return this.stepIntoExpression(visit);
    }
  }

  /** Request data, the environment, a datastore, or a sanitizer for this kind of sink. */
  private endsByRole(visit: Visit): boolean {
    for (const site of this.link.rolesAt(visit.ref)) {
      const { role } = site;
      if (role.startsWith('request.')) return this.ended(visit, 'request', [role, ...visit.path].join('.'));
      if (role === 'env.read' || role === 'env.all') return this.ended(visit, 'environment', site.path);
      if (role === 'sanitize.all') return this.ended(visit, 'numeric', site.path);
      if (role === `sanitize.${this.sink}` || (this.sink === 'sql' && role === 'sanitize.sql-identifier')) {
        return this.ended(visit, 'sanitized', site.path);
      }
      if (role === 'sql.tag.parameterizing' && this.sink === 'sql') return this.ended(visit, 'sanitized', site.path);
      if (role === 'sql.execute' || role === 'orm.query' || role === 'orm.write') {
        return this.ended(visit, 'datastore', site.path);
      }
    }
    return false;
  }

  private ended(visit: Visit, kind: Origin['kind'], detail: string): true {
    this.end(visit, kind, detail);
    return true;
  }

  private stepIntoExpression(visit: Visit): void {
    const { ref } = visit;
    const fact = factOf(ref);
    const on = (id: number, change?: Change) => this.go(visit, sibling(ref, id), change);
    switch (fact.kind) {
      case 'literal':
      case 'class':
        return this.end(visit, 'constant', '');
      case 'module':
        return this.stepIntoModule(visit);
      case 'function':
        return visit.path.length > 0 ? this.end(visit, 'unknown', 'a property of a function') : this.end(visit, 'constant', '');
      case 'template':
        if (fact.tag >= 0 && stepIntoTag(this.link, this, visit)) return;
        // What an unknown tag does with the parts of an SQL text is its own affair: most make parameters of them.
        if (fact.tag >= 0 && this.sink === 'sql' && !joinsText(this.link, ref)) return this.end(visit, 'unknown', this.link.describe(sibling(ref, fact.tag)));
        this.end(visit, 'constant', '');
        return fact.parts.forEach((part) => on(part, { text: 'becomes part of a text' }));
      case 'concat':
        return fact.parts.forEach((part) => on(part, { text: 'is joined into a text' }));
      case 'binary':
        return fact.operator === ',' ? on(fact.right) : this.end(visit, 'numeric', '');
      case 'unary':
        return this.end(visit, 'numeric', '');
      case 'logical':
        if (fact.operator !== '&&') on(fact.left);
        return on(fact.right);
      case 'conditional':
        on(fact.whenTrue);
        return on(fact.whenFalse);
      case 'await':
      case 'cast':
      case 'spread':
        return on(fact.operand);
      case 'rest':
        return on(fact.of);
      case 'element':
        return on(fact.of, { path: inside(visit.path, fact.key ? KEYS : ELEMENT), text: 'is taken out, one by one' });
      case 'object':
      case 'array':
        return this.stepIntoLiteral(visit);
      case 'jsx':
        return [...fact.attributes.map((attribute) => attribute.value), ...fact.children].forEach((id) => on(id));
      case 'this':
        return this.end(visit, 'unknown', 'this');
      default:
        return this.end(visit, 'unknown', fact.kind);
    }
  }

  /** `require('./config').secret`: into what the module exports under the name. */
  private stepIntoModule(visit: Visit): void {
    const [name, ...rest] = visit.path;
    const held = name === undefined ? [] : this.link.resolve(visit.ref);
    let followed = 0;
    for (const entity of held) {
      if (entity.kind === 'object') this.go(visit, entity.value, { path: visit.path });
      else if (entity.kind === 'module') this.link.exportedValues(indexed({ file: entity.file, id: 0 }).file, name!).forEach((value) => this.go(visit, value, { path: rest }));
      else continue;
      followed += 1;
    }
    if (followed === 0) this.end(visit, 'constant', '');
  }

  /** Into the asked property of an object or array literal; into all of it when the whole is used. */
  private stepIntoLiteral(visit: Visit): void {
    const { ref, path } = visit;
    const fact = factOf(ref);
    const [name, ...rest] = path;
    if (name === KEYS) return this.stepIntoKeys(visit);
    if (fact.kind === 'array') {
      const exact = name !== undefined && /^\d+$/.test(name) ? fact.elements[Number(name)] : undefined;
      const elements = exact === undefined ? fact.elements : [exact];
      if (elements.length === 0) this.end(visit, 'constant', '');
      for (const element of elements) {
        const isSpread = factOf(sibling(ref, element)).kind === 'spread';
        this.go(visit, sibling(ref, element), { path: isSpread ? path : rest });
      }
      return;
    }
    if (fact.kind !== 'object') return;
    const wholesale = name === undefined || name === ANY || name === ELEMENT;
    const own = fact.properties.filter((property) => property.name === name && property.kind !== 'setter');
    const chosen = wholesale ? fact.properties : own.length > 0 ? own.slice(-1) : fact.properties.filter((property) => property.name === null);
    if (chosen.length === 0) this.end(visit, 'constant', '');
    for (const property of chosen) {
      const keepsPath = property.kind === 'spread';
      this.go(visit, sibling(ref, property.value), { path: keepsPath ? path : wholesale && name === undefined ? [] : rest });
    }
  }

  /** Names written in a literal are constants; spread in, they are the other object's. */
  private stepIntoKeys(visit: Visit): void {
    const fact = factOf(visit.ref);
    this.end(visit, 'constant', '');
    if (fact.kind !== 'object') return;
    for (const property of fact.properties) {
      if (property.kind === 'spread') this.go(visit, sibling(visit.ref, property.value));
    }
  }
}
