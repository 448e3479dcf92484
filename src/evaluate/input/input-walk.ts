/** The walk from where input comes in to all that is done with it. */
import { isNothingOrEmpty } from '../../contracts/nothing.js';
import { NONE } from '../../contracts/facts.js';
import type { CallValue, MemberValue, ValueFact } from '../../contracts/facts.js';
import type { FunctionRef, Program, ValueRef } from '../../contracts/program.js';
import { keyOf, usesIn } from '../file-uses.js';
import { runsIn } from '../reach/reach.js';
import { callUse, isReported } from './call-use.js';
import type { InputPart, InputUse } from './input-uses.js';
import { isCondition, isRefusing, readersOf } from './readers.js';
import { checkOfHolder, schemaCheckAt } from './schema-checks.js';
import { isRefusedWhenMissing, isWrittenTable } from './tables.js';

const MAX_CALLS = 4;
const MAX_PLACES = 3000;
const MAX_PATH = 6;
/** Methods that give back what they are called on, in other words. */
const SAME = /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|toString|replace|replaceAll|split|slice|substring|substr|normalize|valueOf|catch|finally)$/;
/** Methods that ask a function about each element. */
const SELECTING = /^(?:filter|find|every|some)$/;
/** Methods that ask about what they are called on. */
const ASKING = /^(?:includes|startsWith|endsWith|match|matchAll|search|test|hasOwnProperty|has|indexOf|localeCompare)$/;
const COMPARING = /^(?:===?|!==?|<=?|>=?|in|instanceof)$/;

/** Where the walk is: a value that is, or (`below`) holds under some properties, a part of the input. */
interface Place {
  ref: ValueRef;
  part: InputPart;
  path: readonly string[];
  /** The properties to be read from the value before it is the input. */
  below: readonly string[];
  /** The calls that were entered, innermost last. */
  calls: readonly ValueRef[];
}

export class InputWalk {
  readonly uses: InputUse[] = [];
  private readonly seen = new Set<string>();

  /** @param within the functions in whose results input is followed */
  constructor(
    private readonly program: Program,
    private readonly within: readonly FunctionRef[],
  ) {}

  /** @param path the properties that were read from the part */
  from(part: InputPart, ref: ValueRef, path: readonly string[] = []): void {
    const open: Place[] = [{ ref, part, path, below: [], calls: [] }];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const key = `${keyOf(place.ref)} ${place.part} ${place.path.join('.')} ${place.below.join('.')}`;
      if (this.seen.has(key) || this.seen.size > MAX_PLACES) continue;
      this.seen.add(key);
      if (!this.runs(place.ref)) continue;
      open.push(...this.step(place));
    }
  }

  /** Not in what a function does for other requests. */
  private runs(ref: ValueRef): boolean {
    return this.within.every((each) => each.file !== ref.file || runsIn(each, this.program.fact(ref)));
  }

  private step(place: Place): Place[] {
    const { ref } = place;
    const { file, id } = ref;
    const uses = usesIn(file);
    const next: Place[] = readersOf(file, id).flatMap((reader) => this.through(place, { file, id: reader }));
    for (const binding of uses.bindingsOf(id)) next.push(...file.facts.bindings[binding]!.uses.map((use) => ({ ...place, ref: { file, id: use } })));
    next.push(...uses.returnedBy(id).flatMap((returned) => this.results(place, { file, id: returned })));
    if (uses.writtenTo(id).length > 0) {
      const check = checkOfHolder(ref, this.program);
      this.add(place, check === null ? 'data' : 'schema', check ?? ref);
    }
    if (isCondition(file, id)) this.test(place, 'presence', ref);
    return next;
  }

  /** Where the result of a function arrives: at the call that was entered, or at those of a function that reads input for others. */
  private results(place: Place, from: FunctionRef): Place[] {
    if (place.calls.length > 0) return [{ ...place, ref: place.calls.at(-1)!, calls: place.calls.slice(0, -1) }];
    const callers = this.program.callersOf(from).filter((call) => this.within.some((each) => each.file === call.file && each.id === call.file.functionAt(this.program.fact(call).start)));
    return callers.map((ref) => ({ ...place, ref }));
  }

  private add({ part, path, below }: Place, found: InputUse['kind'], at: ValueRef): void {
    // A query that is taken apart by a loop or handed on whole is mostly on its way to a check or another address.
    const isCollected = part === 'query' && (path.length === 0 || path.includes('*'));
    const kind = found === 'data' && isCollected ? 'open' : found;
    // What holds the input is tested or used; of the input itself that says something only when it is used.
    if (below.length === 0 || kind === 'data' || kind === 'open' || kind === 'schema') this.uses.push({ part, path, kind, at });
  }

  /** A test says something about what comes behind it only where the function is left when it fails. */
  private test(place: Place, kind: 'typed' | 'presence', at: ValueRef): void {
    this.add(place, isRefusing(at) ? kind : 'asked', at);
  }

  private through(place: Place, reader: ValueRef): Place[] {
    const fact = this.program.fact(reader);
    const { id } = place.ref;
    const on = { ...place, ref: reader };
    switch (fact.kind) {
      case 'await':
      case 'cast':
      case 'spread':
      case 'rest':
        return [on];
      case 'element':
        return [this.deeper(on, '*')];
      case 'logical':
        if (fact.operator === '&&' && fact.left === id) this.test(place, 'presence', reader);
        return fact.operator === '&&' && fact.left === id ? [] : [on];
      case 'conditional':
        if (fact.test === id) this.add(place, 'asked', reader);
        return fact.test === id ? [] : [on];
      case 'object':
        return fact.properties.filter((property) => property.value === id).map((property) => (property.kind === 'spread' || property.name === null ? on : { ...on, below: [property.name, ...place.below] }));
      case 'member':
        return this.member(place, on, fact);
      case 'call':
        return this.call(place, on, fact);
      default:
        this.end(place, reader, fact);
        return [];
    }
  }

  private end(place: Place, reader: ValueRef, fact: ValueFact): void {
    if (fact.kind === 'binary') {
      const other = this.program.fact({ file: reader.file, id: fact.left === place.ref.id ? fact.right : fact.left });
      if (!COMPARING.test(fact.operator)) this.add(place, 'typed', reader);
      else this.test(place, isNothingOrEmpty(other) ? 'presence' : 'typed', reader);
    } else if (fact.kind === 'unary' && /^(?:!|void|delete)$/.test(fact.operator)) this.test(place, 'presence', reader);
    else if (fact.kind === 'unary') this.add(place, 'typed', reader);
    else if (!isReported(reader, this.program)) this.add(place, 'data', reader);
  }

  private deeper(place: Place, name: string): Place {
    if (place.below.length > 0) return { ...place, below: place.below.slice(1) };
    return place.path.length >= MAX_PATH ? place : { ...place, path: [...place.path, name] };
  }

  private member(place: Place, on: Place, fact: MemberValue): Place[] {
    // The index of a look-up; what a written table does not hold is none of its keys.
    if (fact.object !== place.ref.id) {
      const isTable = isWrittenTable({ file: on.ref.file, id: fact.object }, this.program);
      this.add(place, !isTable ? 'data' : isRefusedWhenMissing(on.ref) ? 'typed' : 'asked', on.ref);
      return [];
    }
    const { file } = on.ref;
    const caller = file.facts.values[file.parentOf(on.ref.id)];
    if (caller?.kind === 'call' && caller.callee === on.ref.id && place.below.length === 0) return this.method(place, on, fact.name ?? '', caller);
    if (place.below.length > 0) return fact.name !== null && fact.name !== place.below[0] ? [] : [{ ...on, below: place.below.slice(1) }];
    if (place.part === 'url') return fact.name === 'searchParams' ? [{ ...on, part: 'query' }] : [];
    if (fact.name === 'length') {
      this.test(place, 'typed', on.ref);
      return [];
    }
    return [this.deeper(on, fact.name ?? '*')];
  }

  /** `body.name.trim()`, `searchParams.get('q')`. */
  private method(place: Place, on: Place, name: string, call: CallValue): Place[] {
    const result: ValueRef = { file: on.ref.file, id: on.ref.file.parentOf(on.ref.id) };
    if (place.part === 'url') return [];
    const [first] = call.args;
    const key = first === undefined ? null : this.program.constants({ file: on.ref.file, id: first });
    // A key that is computed names some property.
    if ((name === 'get' || name === 'getAll') && (key?.length === 1 || place.part !== 'body')) return [this.deeper({ ...on, ref: result }, key?.length === 1 ? String(key[0]) : '*')];
    if (SAME.test(name)) return [{ ...on, ref: result }];
    if (SELECTING.test(name) && first !== undefined) return [...this.intoFunction(this.deeper(place, '*'), { file: on.ref.file, id: first }), ...(name === 'filter' || name === 'find' ? [{ ...on, ref: result }] : [])];
    if (name === 'then' && first !== undefined) return this.intoFunction(place, { file: on.ref.file, id: first });
    this.add(place, ASKING.test(name) ? 'typed' : 'data', result);
    return [];
  }

  private intoFunction(place: Place, callback: ValueRef): Place[] {
    const fact = this.program.fact(callback);
    return fact.kind === 'function' ? this.intoParameter(place, callback.file, fact.function, 0) : [];
  }

  private intoParameter(place: Place, file: ValueRef['file'], id: number, index: number): Place[] {
    const parameter = file.facts.functions[id]?.parameters[index];
    if (parameter === undefined) return [];
    const named = parameter.binding === NONE ? [] : file.facts.bindings[parameter.binding]!.uses;
    return [parameter.value, ...named].map((value) => ({ ...place, ref: { file, id: value } }));
  }

  private call(place: Place, on: Place, fact: CallValue): Place[] {
    const index = fact.args.indexOf(place.ref.id);
    if (index < 0) return [];
    const check = schemaCheckAt(on.ref, this.program);
    const input = check === null ? null : this.program.argument(check, 'input');
    if (input !== null && input.id === place.ref.id) {
      this.add(place, 'schema', on.ref);
      return [];
    }
    const use = callUse(on.ref, fact, this.program);
    if (use === 'result') return [on];
    if (use === 'nothing' || place.part === 'url') return [];
    if (use !== 'callees') {
      const isWhole = place.path.length === 0 && place.below.length === 0;
      this.add(place, use === 'data' && (this.isHandedOver(place, fact) || this.isForwarded(place, on.ref)) ? 'open' : use === 'typed' && isWhole ? 'named' : use, on.ref);
      if (use !== 'typed' || !isWhole) return [];
    }
    const callees = this.program.callees(on.ref);
    if (place.calls.length < MAX_CALLS) return callees.flatMap((callee) => this.intoParameter({ ...place, calls: [...place.calls, on.ref] }, callee.file, callee.id, index));
    this.add(place, 'open', on.ref);
    return [];
  }

  /** `axios.request({ url, data: req.body })`: another service is given the whole, unread, and what it refuses is not seen here. */
  private isForwarded({ path }: Place, call: ValueRef): boolean {
    return path.length === 0 && this.program.rolesAt(call).some((site) => site.role === 'http.request');
  }

  /** `transport.handleRequest(req, res, req.body)`: a library is given the whole exchange and reads the body as its protocol says. */
  private isHandedOver({ ref, path }: Place, call: CallValue): boolean {
    return path.length === 0 && call.args.some((id) => id !== ref.id && this.program.rolesAt({ file: ref.file, id }).some((site) => site.role === 'server.request'));
  }
}
