/**
 * What the declaration of a column says, as words: the methods that are chained (`text('email').notNull().unique()`), the options that are
 * set (`{ unique: true, allowNull: false }`) and the decorators (`@Index({ unique: true })`). Which words mean what, models tell.
 */
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { normal } from './names.js';

const MAXIMUM_DEPTH = 24;

export class Declaration {
  private readonly words = new Map<string, boolean>();
  /** Nothing was met of which it is not known what it says. */
  complete = true;

  constructor(
    private readonly link: Linking,
    values: readonly ValueRef[],
  ) {
    for (const value of values) this.read(indexed(value), 0);
  }

  /** @param words as a model lists them: `unique primaryKey`, and `allowNull=false` for an option that is switched off. */
  says(words: string | number | boolean | undefined): boolean {
    return String(words ?? '').split(' ').some((word) => {
      const [name = '', off] = word.split('=');
      return name !== '' && this.words.get(normal(name)) === (off !== 'false');
    });
  }

  private read(value: FileValue, depth: number): void {
    if (depth > MAXIMUM_DEPTH) return;
    this.readUp(value);
    // A decorator of the program's own gives back a function: what it is told stands in its call.
    const sources = this.link.sourcesOf(value).filter((source) => factOf(indexed(source)).kind !== 'function');
    for (const source of sources.length > 0 ? sources : [value]) this.readOne(indexed(source), depth);
  }

  private readOne(value: FileValue, depth: number): void {
    const fact = factOf(value);
    if (fact.kind === 'object') this.readOptions(value, depth);
    else if (fact.kind === 'array') fact.elements.forEach((each) => this.read(sibling(value, each), depth + 1));
    else if (fact.kind === 'call') this.readCall(value, depth);
    else if (fact.kind === 'reference' || fact.kind === 'member') this.set(fact.name ?? '', true);
  }

  private readCall(value: FileValue, depth: number): void {
    const call = factOf(value);
    if (call.kind !== 'call') return;
    const callee = factOf(sibling(value, call.callee));
    if (callee.kind === 'member' || callee.kind === 'reference') {
      const first = call.args[0];
      const constants = first === undefined ? null : this.link.constants(sibling(value, first));
      this.set(callee.name ?? '', !(constants?.length === 1 && constants[0] === false));
    }
    for (const argument of call.args) {
      const source = factOf(sibling(value, argument));
      if (source.kind === 'object') this.readOptions(sibling(value, argument), depth + 1);
    }
    const isChained = callee.kind === 'member' && factOf(sibling(value, callee.object)).kind === 'call';
    if (isChained) this.readOne(sibling(value, callee.object), depth + 1);
    else if (this.link.callees(value).length > 0) this.complete = false;
  }

  /** Calls that are chained behind the one that begins the column: `t.string('email').notNullable()`. */
  private readUp(value: FileValue): void {
    const { file } = value;
    for (let member = file.parentOf(value.id); member >= 0; ) {
      const fact = file.facts.values[member]!;
      const call = file.parentOf(member);
      const around = file.facts.values[call];
      if (fact.kind !== 'member' || around?.kind !== 'call' || around.callee !== member) return;
      this.set(fact.name ?? '', true);
      member = file.parentOf(call);
    }
  }

  private readOptions(value: FileValue, depth: number): void {
    const fact = factOf(value);
    if (fact.kind !== 'object' || depth > MAXIMUM_DEPTH) return;
    for (const property of fact.properties) {
      if (property.name === null) {
        if (property.kind === 'spread') this.complete = false;
        continue;
      }
      const inner = sibling(value, property.value);
      const constants = this.link.constants(inner);
      this.set(property.name, !(constants?.length === 1 && (constants[0] === false || constants[0] === null)));
      if (factOf(inner).kind === 'object') this.readOptions(inner, depth + 1);
    }
  }

  private set(name: string, isOn: boolean): void {
    const word = normal(name);
    this.words.set(word, isOn || this.words.get(word) === true);
  }
}

/** Every name in the extent of a value: texts, members, properties. */
export function namesWithin(value: FileValue): Set<string> {
  const { start, end } = factOf(value);
  const names = new Set<string>();
  for (const id of value.file.valuesWithin(start, end)) {
    const fact = value.file.facts.values[id]!;
    if (fact.kind === 'literal' && typeof fact.value === 'string') for (const word of fact.value.split(/[^\w]+/)) names.add(normal(word));
    if (fact.kind === 'member' && fact.name !== null) names.add(normal(fact.name));
    if (fact.kind === 'object') for (const property of fact.properties) if (property.name !== null) names.add(normal(property.name));
  }
  return names;
}
