/**
 * Checks that a value passed on its way and that are known by name alone: `if (!isSafeUrl(url)) return`, `await assertPublic(url)`,
 * `app.get('/', validatePath, handler)`. What they let through cannot be told, so nobody is accused.
 */
import type { Sink } from '../../../contracts/sinks.js';
import { guardsAround, guardsOf } from '../../guards.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf, operandsOf } from '../../value-graph.js';
import { type Subject, aspectOf } from '../barriers/aspects.js';
import { provenBy } from '../barriers/conditions.js';
import { chainsAt } from '../barriers/middleware.js';
import { nameOf } from '../barriers/names.js';
import { covers } from '../barriers/protection.js';
import { statementCallsBefore } from '../barriers/statements.js';
import type { Visit } from '../visit.js';
import { decoratorThatChecks } from './decorated-fields.js';
import { looksAtNothing, mayJudge } from './judging.js';
import { refinementThatChecks } from './refinements.js';
import { type Given, saysCheck, saysInputCheck, saysQuestion } from './words.js';

const SINKS: ReadonlySet<Sink> = new Set<Sink>(['path', 'url', 'redirect', 'nosql']);
/** What schemas go by. */
const SCHEMA = /(?:schemas?|validators?|validations?)$/i;
const MAXIMUM_DEPTH = 6;
const MAXIMUM_USES = 60;

/** The name of such a check, for a value that came this way to the sink; null when there is none. */
export function namedCheckOn(link: Linking, origin: Visit, sink: Sink): string | null {
  if (!SINKS.has(sink)) return null;
  for (let visit: Visit | null = origin; visit !== null; visit = visit.from) {
    const fact = factOf(visit.ref);
    const refined = fact.kind === 'call' ? refinementThatChecks(link, visit.ref, visit.path, sink) : null;
    if (refined !== null) return refined;
    if (fact.kind !== 'reference' && fact.kind !== 'member') continue;
    const name = nameOf(link, visit.ref);
    const found = name === null ? null : new Search(link, sink, visit.ref, { file: visit.ref.file, name }).run();
    if (found !== null) return found;
  }
  return null;
}

/** Names of the program's functions that the value came through on its way and that look at nothing. */
export function idleFunctionsOn(link: Linking, origin: Visit): string[] {
  const names: string[] = [];
  for (let visit: Visit | null = origin; visit !== null; visit = visit.from) {
    const fact = factOf(visit.ref);
    const functions = fact.kind === 'call' ? link.callees(visit.ref) : [];
    if (fact.kind === 'call' && functions.length > 0 && functions.every((ref) => looksAtNothing(link, ref))) names.push(lastName(link.describe(sibling(visit.ref, fact.callee))));
  }
  return names;
}

class Search {
  constructor(
    private readonly link: Linking,
    private readonly sink: Sink,
    private readonly ref: FileValue,
    private readonly subject: Subject,
  ) {}

  run(): string | null {
    for (const guard of [...guardsOf(this.ref), ...guardsAround(this.ref, factOf(this.ref).start)]) {
      const found = this.checkIn(indexed(guard.condition), true, 0);
      if (found !== null) return found;
    }
    for (const call of statementCallsBefore(this.ref.file, factOf(this.ref).start, this.uses())) {
      const found = this.checkIn(call, false, 0);
      if (found !== null) return found;
    }
    return this.around() ?? this.beforeHandler();
  }

  /** `validatePath(path, (error) => { … })`, `assertSafe(url).then(() => …)`: the value is used in what runs after the check. */
  private around(): string | null {
    const { file } = this.ref;
    let id = file.functionAt(factOf(this.ref).start);
    for (let step = 0; step < 4 && id > 0; step += 1, id = file.facts.functions[id]?.parent ?? 0) {
      const value = file.valueOfFunction(id);
      const call = value < 0 ? -1 : file.parentOf(value);
      const found = call < 0 || factOf({ file, id: call }).kind !== 'call' ? null : (this.checkIn({ file, id: call }, true, MAXIMUM_DEPTH - 2) ?? this.schemaGiven({ file, id: call }));
      if (found !== null) return found;
    }
    return null;
  }

  /** `createHandler(updateSchema)(async (req) => { … })`: a function of the program that is given a schema, and runs the handler on what it lets through. */
  private schemaGiven(call: FileValue): string | null {
    const fact = factOf(call);
    const maker = fact.kind === 'call' ? sibling(call, fact.callee) : null;
    const made = maker === null ? null : factOf(maker);
    if (maker === null || made?.kind !== 'call' || this.link.callees(maker).length === 0) return null;
    return made.args.map((id) => lastName(this.link.describe(sibling(maker, id)))).find((name) => SCHEMA.test(name)) ?? null;
  }

  /** A middleware that is named as a check of the input. */
  private beforeHandler(): string | null {
    const parameter = /^p(\d+)\./.exec(this.subject.name)?.[1];
    const fact = parameter === undefined ? null : factOf({ file: this.ref.file, id: Number(parameter) });
    if (fact?.kind !== 'parameter') return null;
    const field = /^p\d+\.([\w$]+)$/.exec(this.subject.name)?.[1];
    const decorator = field === undefined ? null : decoratorThatChecks(this.link, { file: this.ref.file, id: Number(parameter) }, field, this.sink);
    if (decorator !== null) return decorator;
    const handled = chainsAt(this.link, { file: this.ref.file, id: fact.function });
    const found = handled.map((chain) => {
      const layer = chain.find((each) => {
        const functions = each.entities.flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []));
        return each.kind === 'middleware' && this.says(lastName(this.link.describe(each.value)), 'holder') && !this.isUnderstood(indexed(each.value)) && (functions.length === 0 || functions.some((ref) => mayJudge(this.link, ref, this.sink)));
      });
      return layer === undefined ? null : lastName(this.link.describe(layer.value));
    });
    return found.length > 0 && found.every((each) => each !== null) ? found[0]! : null;
  }

  /** @param answered whether what the call says decides what happens next; if not it must throw */
  private checkIn(value: FileValue, answered: boolean, depth: number): string | null {
    if (depth > MAXIMUM_DEPTH) return null;
    const fact = factOf(value);
    if (fact.kind === 'call') {
      const name = this.checkAt(value, answered);
      if (name !== null) return name;
    }
    if (fact.kind === 'reference') {
      const definitions = this.link.definitionsAt(value.file, value.id) as FileValue[];
      return definitions.length === 1 && definitions[0]!.file === this.ref.file ? this.checkIn(definitions[0]!, true, depth + 1) : null;
    }
    for (const id of operandsOf(fact)) {
      const found = this.checkIn(sibling(value, id), fact.kind === 'call' ? true : answered, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }

  private checkAt(call: FileValue, answered: boolean): string | null {
    const fact = factOf(call);
    if (fact.kind !== 'call' || fact.isNew) return null;
    const name = lastName(this.link.describe(sibling(call, fact.callee)));
    const given = this.givenTo(call);
    if (given === null || !this.says(name, given) || (!answered && saysQuestion(name)) || this.isUnderstood(call)) return null;
    const functions = this.link.callees(call);
    return functions.length === 0 || functions.some((ref) => mayJudge(this.link, ref, this.sink)) ? name : null;
  }

  /** A filter's value is harmed by objects only, which a check of the whole input refuses. */
  private says(name: string, given: Given): boolean {
    return this.sink === 'nosql' ? saysInputCheck(name) : saysCheck(name, given);
  }

  /** What the language and known libraries check is judged by what it proves. */
  private isUnderstood(call: FileValue): boolean {
    const fact = factOf(call);
    if (fact.kind !== 'call') return false;
    if (this.link.apiPaths(sibling(call, fact.callee)).some((path) => /^(?:global|node:\w+|path|fs|assert|util|url):/.test(path))) return true;
    // A method of the program that is only named like one of a library is none.
    const isOwn = this.link.callees(call).length > 0;
    // One that proves something where it is answered the other way round proves nothing here.
    if (isOwn && [true, false].some((holds) => covers(provenBy(this.link, call, holds, this.subject), this.sink, false))) return true;
    return this.link.rolesAt(call).some(({ role, confidence }) => /^(?:guard|schema|assert)\./.test(role) && (confidence === 'high' || !isOwn));
  }

  private givenTo(call: FileValue): Given | null {
    const fact = factOf(call);
    if (fact.kind !== 'call') return null;
    const all = fact.args.map((id) => this.given(sibling(call, id), 0));
    return all.includes('whole') ? 'whole' : all.includes('holder') ? 'holder' : null;
  }

  /** Is it the value, something made of it, or an object that holds it? */
  private given(value: FileValue, depth: number): Given | null {
    if (depth > MAXIMUM_DEPTH || value.file !== this.ref.file) return null;
    if (aspectOf(this.link, value, this.subject) !== null) return 'whole';
    const name = nameOf(this.link, value);
    if (name !== null && this.subject.name.startsWith(`${name}.`)) return 'holder';
    const fact = factOf(value);
    if (fact.kind === 'function') return null;
    if (fact.kind === 'reference') {
      const definitions = this.link.definitionsAt(value.file, value.id) as FileValue[];
      return definitions.length === 1 ? this.given(definitions[0]!, depth + 1) : null;
    }
    // A sibling of the value, `req.body.name` beside `req.body.url`, is another value.
    if (fact.kind === 'member') return factOf(sibling(value, fact.object)).kind === 'call' || name === null ? this.given(sibling(value, fact.object), depth + 1) : null;
    const parts = operandsOf(fact).map((id) => this.given(sibling(value, id), depth + 1));
    return parts.includes('whole') ? 'whole' : parts.includes('holder') ? 'holder' : null;
  }

  /** Mentions of the variables that hold the value, what it is a part of, or something made of it. */
  private uses(): number[] {
    const { file } = this.ref;
    const bindings = new Set<number>();
    this.collect(this.ref, bindings, 0);
    for (const binding of [...bindings]) {
      for (const use of (file.facts.bindings[binding]?.uses ?? []).slice(0, MAXIMUM_USES)) {
        for (let id = use; id >= 0; id = file.parentOf(id)) for (const made of file.bindingsWrittenWith(id)) bindings.add(made);
      }
    }
    return [...bindings].flatMap((binding) => (file.facts.bindings[binding]?.uses ?? []).slice(0, MAXIMUM_USES)).sort((a, b) => a - b);
  }

  private collect(value: FileValue, bindings: Set<number>, depth: number): void {
    const fact = factOf(value);
    if (depth > MAXIMUM_DEPTH || value.file !== this.ref.file || fact.kind === 'function') return;
    if (fact.kind === 'reference' && fact.binding >= 0) {
      bindings.add(fact.binding);
      for (const definition of this.link.definitionsAt(value.file, value.id) as FileValue[]) this.collect(definition, bindings, depth + 1);
    } else if (fact.kind === 'parameter') {
      for (const binding of value.file.bindingsWrittenWith(value.id)) bindings.add(binding);
    }
    for (const id of operandsOf(fact)) this.collect(sibling(value, id), bindings, depth + 1);
  }
}

/** `validatePath` of `this.paths.validatePath`, `validate` of `validate(schema)`. */
function lastName(text: string): string {
  return /([\w$]+)\W*$/.exec(text.replace(/\(.*$/s, ''))?.[1] ?? text;
}
