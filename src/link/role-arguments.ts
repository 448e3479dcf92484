/** From the argument positions of a model to the values of a call. */
import type { ValueId } from '../contracts/facts.js';
import type { RoleSite, ValueRef } from '../contracts/program.js';
import type { ArgumentPath } from '../contracts/models.js';
import { lastNameOf } from './api-path.js';
import { handedCall } from './handed-calls.js';
import { type FileValue, type Linking, indexed, sibling } from './linking.js';
import { propertyNameOf } from './role-candidates.js';
import { factOf } from './value-graph.js';

/** Values at an argument position of a role site; several for a rest position. */
export function valuesAt(link: Linking, site: RoleSite, path: ArgumentPath): ValueRef[] {
  const start = positionsOf(indexed(site.value), path, site);
  if (path.properties.length === 0) return start;
  return start.flatMap((value) => {
    const found = link.property(value, path.properties);
    return found.kind === 'found' ? found.values : [];
  });
}

function positionsOf(value: FileValue, path: ArgumentPath, site: RoleSite): FileValue[] {
  const fact = factOf(value);
  const { position } = path;
  if (position === 'result') return [value];
  if (position === 'template') return fact.kind === 'template' ? [value] : [];
  if (position === 'value' && site.entry.use === 'decorator') return decoratedFunction(value);
  if (position === 'value') {
    const writes = value.file.memberWritesOn(value.id).map((write) => sibling(value, write.value));
    return writes.length > 0 ? writes : [value];
  }
  if (position === 'name') return [];
  if (site.given !== undefined && typeof position === 'number') return site.given.slice(position, path.rest ? undefined : position + 1).map(indexed);
  if (position === 'receiver') {
    if (propertyNameOf(value) !== null && (site.entry.use === 'property' || fact.kind !== 'call')) return [sibling(value, value.file.parentOf(value.id))];
    const callee = fact.kind === 'call' ? factOf(sibling(value, fact.callee)) : fact;
    return callee.kind === 'member' ? [sibling(value, callee.object)] : [];
  }
  if (fact.kind === 'module' && position === 0 && fact.specifierValue >= 0) return [sibling(value, fact.specifierValue)];
  if (fact.kind !== 'call') return [];
  const given = argumentsOf(value, site);
  const index = position === 'last' ? given.length - 1 : position;
  const spread = given.findIndex((argument) => factOf(sibling(value, argument)).kind === 'spread');
  if (spread >= 0 && spread <= index && !path.rest) return [];
  const args = path.rest ? given.slice(index) : given.slice(index, index + 1);
  return args.map((argument) => sibling(value, argument));
}

/** The function or method that a decorator stands on. */
function decoratedFunction({ file, id }: FileValue): FileValue[] {
  const held = file.facts.functions.flatMap(({ decorators }, at) => (decorators.includes(id) ? [file.valueOfFunction(at)] : []));
  return held.filter((each) => each >= 0).map((each) => ({ file, id: each }));
}

/** What the function of a role is given: for `exec.call(null, command)` only the command. */
function argumentsOf(value: FileValue, site: RoleSite): readonly ValueId[] {
  const fact = factOf(value);
  if (fact.kind !== 'call') return [];
  const callee = factOf(sibling(value, fact.callee));
  const isCalled = site.entry.use !== 'call' || callee.kind !== 'member' || callee.name === lastNameOf(site.path);
  return isCalled ? fact.args : (handedCall(value, fact)?.args ?? fact.args);
}
