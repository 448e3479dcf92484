/**
 * Which application or router a value is: the call that made it, and, where that call stands in a function that makes one for
 * each caller, the call of that function. Also when the code runs that has it in hand.
 */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { argumentAt, passedValues } from '../resolve/passed-values.js';
import { directSources } from '../sources.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { type Context, wholeModule } from './context.js';
import { type HeldInstance, classesBetween, contextOf, instancesAt, isOfClass } from './held-classes.js';
import type { ExecutionOrder, Position } from './order.js';
import type { PluginUse, PluginUses } from './plugins.js';
import { placeOf } from './tables.js';

const MAXIMUM_DEPTH = 32;
const MAXIMUM_FOUND = 24;
/** Values looked at for one question. */
const MAXIMUM_STEPS = 400;

/** A call of a function of the program that makes routers: its results are told apart by it. */
export interface FactoryCall {
  call: FileValue;
  callee: { file: FileValue['file']; id: number };
}

export interface Instance {
  /** The call that made it, the registration of the plugin that it is the inside of, or the value of which nothing more is known. */
  origin: FileValue;
  kind: 'created' | 'plugin' | 'unknown';
  /** The role that made it. */
  site: RoleSite | null;
  /** Calls through which it came out of the functions that make it, outermost first. */
  factories: readonly FactoryCall[];
  /** For the inside of a plugin: what the plugin is registered on. */
  parent: Instance | null;
}

/** An instance as it arrives at a place in the program. */
export interface Arrival {
  instance: Instance;
  /** Paths that were put before what is registered here (`router.route('/x')`, `app.basePath('/v1')`), outermost first. */
  prefixes: readonly { value: ValueRef; context: Context }[];
  /** When the function that got it as a parameter runs; null where it was not passed. */
  entered: Position | null;
  /** Calls by which it was passed, innermost first. */
  context: Context;
}

export function idOf(instance: Instance): string {
  const own = [...instance.factories.map((factory) => keyOf(factory.call)), keyOf(instance.origin)].join('<');
  return instance.parent === null ? own : `${idOf(instance.parent)}>${own}`;
}

type Next = (value: FileValue, calls?: readonly FactoryCall[]) => Arrival[];

interface Walk {
  steps: number;
  seen: Set<string>;
  /** Innermost first. */
  context: Context;
}

export class Instances {
  private readonly memo = new Map<number, readonly Arrival[]>();

  constructor(
    private readonly link: Linking,
    private readonly order: ExecutionOrder,
    private readonly plugins: PluginUses,
  ) {}

  /**
   * The instances that the value may be; none when it is no application or router.
   * @param context calls that led to the value: they tell what `this` is
   */
  of(value: ValueRef, context: Context = []): readonly Arrival[] {
    const known = context.length > 0 ? undefined : this.memo.get(keyOf(value));
    if (known !== undefined) return known;
    const result = this.distinct(this.walk(indexed(value), [], 0, { steps: 0, seen: new Set(), context }));
    if (context.length === 0) this.memo.set(keyOf(value), result);
    return result;
  }

  /** The instance that a value of an unknown origin is taken for: one for each parameter or field. */
  unknownAt(value: ValueRef): Arrival {
    let leaf = indexed(value);
    for (let step = 0; step < MAXIMUM_DEPTH; step += 1) {
      const receiver = this.receiverInChain(leaf);
      const sources = receiver === null ? directSources(this.link, leaf) : [receiver];
      if (sources.length !== 1 || factOf(leaf).kind === 'parameter') break;
      leaf = sources[0]!;
    }
    return arrivalOf({ origin: leaf, kind: 'unknown', site: null, factories: [], parent: null });
  }

  private distinct(found: readonly Arrival[]): readonly Arrival[] {
    const result = new Map<string, Arrival>();
    for (const arrival of found) {
      const calls = arrival.context.map((bound) => (bound.kind === 'call' ? keyOf(bound.call) : 0)).join(' ');
      const key = `${idOf(arrival.instance)} by ${calls} under ${arrival.prefixes.map((prefix) => keyOf(prefix.value)).join(' ')}`;
      if (!result.has(key)) result.set(key, arrival);
    }
    return [...result.values()].slice(0, MAXIMUM_FOUND);
  }

  private walk(ref: FileValue, stack: readonly FactoryCall[], depth: number, walk: Walk): Arrival[] {
    const key = `${keyOf(ref)} ${stack.map((factory) => keyOf(factory.call)).join(' ')}`;
    walk.steps += 1;
    if (depth > MAXIMUM_DEPTH || walk.steps > MAXIMUM_STEPS || walk.seen.has(key)) return [];
    // Only while it is open: two calls may pass the same thing.
    walk.seen.add(key);
    const found = this.step(ref, { stack, context: walk.context }, (value, calls = stack) => this.walk(value, calls, depth + 1, walk));
    walk.seen.delete(key);
    return found;
  }

  private step(ref: FileValue, { stack, context }: { stack: readonly FactoryCall[]; context: Context }, next: Next): Arrival[] {
    const fact = factOf(ref);
    if (fact.kind === 'member' && fact.name !== null) {
      const held = instancesAt(this.link, sibling(ref, fact.object), [...contextOf(stack), ...context]);
      if (held.length > 0) return held.flatMap((each) => this.ofField(ref, fact.name!, each, stack, next));
    }
    if (fact.kind === 'call') return this.ofCall(ref, stack.length > 0 ? stack : callsAround(ref, context), next);
    if (fact.kind === 'parameter') return this.ofParameter(ref, fact.function, fact.index, stack, next);
    if (fact.kind === 'module') return wholeModule(this.link, ref).flatMap((value) => next(value));
    return directSources(this.link, ref).flatMap((source) => next(source));
  }

  /** What a field of an instance holds is told apart by its class, where a class above made it. */
  private ofField(ref: FileValue, name: string, held: HeldInstance, stack: readonly FactoryCall[], next: Next): Arrival[] {
    return this.link.memberValues({ kind: 'instance', ...held }, name).map(indexed).flatMap((value) => {
      const fact = factOf(value);
      const declaration = fact.kind === 'function' ? value.file.facts.functions[fact.function] : undefined;
      if (fact.kind !== 'function' || declaration?.kind !== 'getter') return next(value, [...stack, ...classesBetween(this.link, held.ref, value)]);
      const read = [...stack, { call: ref, callee: { file: value.file, id: fact.function } }];
      return declaration.returns.flatMap((returned) => next(sibling(value, returned), read));
    });
  }

  private ofCall(ref: FileValue, stack: readonly FactoryCall[], next: Next): Arrival[] {
    const roles = this.link.rolesAt(ref);
    const created = roles.find((site) => site.role === 'http.app.create' || site.role === 'http.router.create');
    if (created !== undefined) return [arrivalOf({ origin: ref, kind: 'created', site: created, factories: stack, parent: null })];
    const receiver = this.startOfChain(ref);
    if (receiver !== null) {
      const derived = roles.find((site) => site.role === 'http.router.derive');
      const prefix = derived === undefined ? null : this.link.argument(derived, 'prefix');
      const found = next(receiver);
      return prefix === null ? found : found.map((arrival) => ({ ...arrival, prefixes: [...arrival.prefixes, { value: prefix, context: arrival.context }] }));
    }
    const callees = this.link.callees(ref);
    const fact = factOf(ref);
    if (callees.length === 0 || (fact.kind === 'call' && fact.isNew)) return [];
    return callees.flatMap((callee) => {
      const { file } = indexed({ file: callee.file, id: 0 });
      const calls = [...stack, { call: ref, callee: { file, id: callee.id } }];
      return (file.facts.functions[callee.id]?.returns ?? []).flatMap((returned) => next({ file, id: returned }, calls));
    });
  }

  /** What a chain of calls is made on; the first call that puts a path before the others is not passed over. */
  private startOfChain(ref: FileValue): FileValue | null {
    let receiver = this.receiverInChain(ref);
    let call = ref;
    while (receiver !== null && !this.link.rolesAt(call).some((site) => site.role === 'http.router.derive')) {
      const next = this.receiverInChain(receiver);
      if (next === null || this.link.rolesAt(receiver).some((site) => site.role === 'http.router.derive')) break;
      call = receiver;
      receiver = next;
    }
    return receiver;
  }

  /** The application in `app.use(…)`, `router.routes()`: calls that give back what they are made on, or something that stands for it. */
  private receiverInChain(ref: FileValue): FileValue | null {
    const fact = factOf(ref);
    const callee = fact.kind === 'call' ? factOf(sibling(ref, fact.callee)) : null;
    if (callee?.kind !== 'member') return null;
    return this.link.rolesAt(ref).some((site) => CHAINED.has(site.role)) ? sibling(ref, callee.object) : null;
  }

  private ofParameter(ref: FileValue, functionId: number, index: number, stack: readonly FactoryCall[], next: Next): Arrival[] {
    const calls = stack.filter((each) => !isOfClass(each));
    const entered = calls.at(-1);
    if (entered !== undefined && entered.callee.file === ref.file && entered.callee.id === functionId) {
      const passed = argumentAt(entered.call, index);
      return passed === null ? [] : next(passed, calls.slice(0, -1));
    }
    const callee = { file: ref.file, id: functionId };
    const asPlugin = index === 0 ? this.plugins.registrationsOf(callee) : [];
    const passed = this.link.usesOf(callee).slice(0, MAXIMUM_FOUND).flatMap((use) =>
      passedValues(use, index).flatMap((value) =>
        next(indexed(value), calls).map((arrival) => ({
          ...arrival,
          entered: this.enteredBy(arrival, use.call),
          context: [{ kind: 'call', callee, call: use.call } as const, ...arrival.context],
        })),
      ),
    );
    return [...asPlugin.flatMap((use) => this.inPlugin(use, next)), ...passed];
  }

  /** What a plugin gets: an instance of its own, or with a wrapper around it the one that it is registered on. */
  private inPlugin({ site, wrapped, receiver }: PluginUse, next: Next): Arrival[] {
    const found = next(receiver);
    return (found.length > 0 ? found : [this.unknownAt(receiver)]).map((parent) => {
      const entered = this.enteredBy(parent, site.value);
      if (wrapped) return { ...parent, entered };
      const own: Instance = { origin: placeOf(site), kind: 'plugin', site, factories: [], parent: parent.instance };
      return { ...arrivalOf(own), entered };
    });
  }

  private enteredBy(arrival: Arrival, call: ValueRef): Position {
    return arrival.entered === null ? this.order.at(call) : this.order.inside(arrival.entered, call);
  }
}

/** A router that a function makes and mounts itself is one for each of the calls that the context tells. */
function callsAround(ref: FileValue, context: Context): readonly FactoryCall[] {
  const around = ref.file.functionAt(factOf(ref).start);
  const bound = context.find((each) => each.kind === 'call' && each.callee.file === ref.file && each.callee.id === around);
  return bound?.kind === 'call' && around > 0 ? [{ call: indexed(bound.call), callee: { file: ref.file, id: around } }] : [];
}

/** Roles whose call gives back, or stands for, what it is made on. */
const CHAINED: ReadonlySet<string> = new Set([
  'http.route',
  'http.middleware.use',
  'http.middleware.param',
  'http.mount',
  'http.hook',
  'http.error-handler',
  'http.plugin.register',
  'http.decorate',
  'http.router.derive',
  'http.router.routes',
  'http.router.prefix',
  'http.router.share',
  'http.router.chain',
]);

function arrivalOf(instance: Instance): Arrival {
  return { instance, prefixes: [], entered: null, context: [] };
}
