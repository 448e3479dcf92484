/** Where in a file a model of handlers looks: exports, properties of literals. */
import type { ValueId } from '../../contracts/facts.js';
import type { HandlerModel } from '../../contracts/models.js';
import type { IndexedFile } from '../indexed-file.js';

const MAXIMUM_DEPTH = 8;

/** Values that stand where the model looks. */
export function placesOf(model: HandlerModel, file: IndexedFile): ValueId[] {
  const { facts } = file;
  if (model.directive !== null) return facts.directives.includes(model.directive) ? exportedAs(file, '*') : [];
  return [...model.exports.flatMap((name) => exportedAs(file, name)), ...propertiesNamed(file, model.properties)];
}

/** What is exported under a name, or (`default.fetch`) what an exported object holds. */
function exportedAs(file: IndexedFile, path: string): ValueId[] {
  const [name = '', ...inner] = path.split('.');
  const { facts } = file;
  const valuesOf = (exported: string) =>
    facts.exports
      .filter((fact) => fact.kind === 'value' && (fact.name === exported || (exported === '*' && fact.name !== '=')))
      .flatMap((fact) => (fact.value >= 0 ? [fact.value] : (facts.bindings[fact.binding]?.writes ?? []).map((write) => write.value)));
  const assigned = valuesOf('=');
  const direct = [...valuesOf(name), ...(name === 'default' ? assigned : assigned.flatMap((value) => held(file, value, [name])))];
  return inner.length === 0 ? direct : direct.flatMap((value) => held(file, value, inner));
}

/** The properties of an object literal, by their names; of a variable, those of what it was set to. */
function held(file: IndexedFile, value: ValueId, path: readonly string[], depth = 0): ValueId[] {
  const fact = file.facts.values[value];
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (fact === undefined || depth > MAXIMUM_DEPTH) return [];
  if (fact.kind === 'cast') return held(file, fact.operand, path, depth + 1);
  if (fact.kind === 'reference') return (file.facts.bindings[fact.binding]?.writes ?? []).flatMap((write) => held(file, write.value, path, depth + 1));
  if (fact.kind !== 'object') return [];
  return fact.properties.filter((property) => property.name === name || (name === '*' && property.name !== null)).flatMap((property) => held(file, property.value, rest, depth + 1));
}

/** `resolve`: a property of that name in any literal. `Query.*`: any property of a literal that is held under that name. */
function propertiesNamed(file: IndexedFile, wanted: readonly string[]): ValueId[] {
  if (wanted.length === 0) return [];
  const plain = wanted.filter((path) => !path.includes('.'));
  const inHolder = wanted.filter((path) => path.includes('.')).map((path) => ({ holder: path.slice(0, path.indexOf('.')), name: path.slice(path.indexOf('.') + 1) }));
  const found: ValueId[] = [];
  for (const id of file.valuesOfKind('object')) {
    const fact = file.facts.values[id];
    if (fact?.kind !== 'object') continue;
    const holders = inHolder.length === 0 ? [] : namesHolding(file, id);
    const held = holders.length === 0 ? [] : inHolder.filter(({ holder }) => holders.includes(holder)).map(({ name }) => name);
    if (plain.length === 0 && held.length === 0) continue;
    for (const { name, kind, value } of fact.properties) {
      if (name !== null && kind !== 'getter' && (plain.includes(name) || held.includes('*') || held.includes(name))) found.push(value);
    }
  }
  return found;
}

/** Names under which a literal is held: of a variable, of a property of another literal. */
function namesHolding(file: IndexedFile, object: ValueId): string[] {
  const parent = file.facts.values[file.parentOf(object)];
  const cast = parent?.kind === 'cast' ? file.parentOf(object) : object;
  const outer = cast === object ? parent : file.facts.values[file.parentOf(cast)];
  const property = outer?.kind === 'object' ? outer.properties.find((each) => each.value === cast)?.name : undefined;
  const variables = file.bindingsWrittenWith(cast).map((binding) => file.facts.bindings[binding]!.name);
  return property === undefined || property === null ? variables : [property, ...variables];
}
