/** Decorators of a program's own, made with the validators of a library, that say by their names what they let into a field: `@IsSafeUrl() url`. */
import type { ClassRef, FunctionRef, RoleSite } from '../../../contracts/program.js';
import type { Sink } from '../../../contracts/sinks.js';
import { calledName } from '../../../contracts/written-name.js';
import { type FileValue, type Linking, indexed } from '../../linking.js';
import { lineage } from '../../resolve/member.js';
import { factOf } from '../../value-graph.js';
import { mayJudge } from './judging.js';
import { saysCheck } from './words.js';

const ROLE = 'schema.class.rule';

/** The name of such a decorator on a field of the class that a parameter is of; null when there is none, or none that looks at anything. */
export function decoratorThatChecks(link: Linking, parameter: FileValue, field: string, sink: Sink): string | null {
  for (const entity of link.resolve(parameter)) {
    const owners = entity.kind === 'instance' ? lineage(link, entity.ref) : [];
    for (const owner of owners) {
      const found = onField(link, owner, field, sink);
      if (found !== null) return found;
    }
  }
  return null;
}

function onField(link: Linking, owner: ClassRef, field: string, sink: Sink): string | null {
  const { file } = indexed({ file: owner.file, id: 0 });
  const member = file.facts.classes[owner.id]?.members.find((each) => each.name === field && each.kind === 'property');
  for (const id of member?.decorators ?? []) {
    const decorator: FileValue = { file, id };
    const name = calledName(file, id);
    if (name === null || !saysCheck(name, 'whole')) continue;
    const rules = link.callees(decorator).flatMap((ref) => rulesIn(link, ref));
    if (rules.flatMap((rule) => validatorsOf(link, rule)).some((ref) => mayJudge(link, ref, sink))) return name;
  }
  return null;
}

/** The calls in a decorator's maker that tell the library how to check. */
function rulesIn(link: Linking, ref: FunctionRef): RoleSite[] {
  const { file } = indexed({ file: ref.file, id: 0 });
  const maker = file.facts.functions[ref.id];
  const calls = maker === undefined ? [] : file.valuesWithin(maker.start, maker.end).filter((id) => file.facts.values[id]!.kind === 'call');
  return calls.flatMap((id) => link.rolesAt({ file, id }).filter((site) => site.role === ROLE));
}

/** `validator: { validate(value) { … } }`, or a class with such a method. */
function validatorsOf(link: Linking, rule: RoleSite): FunctionRef[] {
  const given = link.argument(rule, 'validator');
  if (given === null) return [];
  const own = link.property(given, ['validate']);
  const written = own.kind === 'found' ? own.values.map(indexed) : [];
  const inline = written.flatMap((value): FunctionRef[] => {
    const fact = factOf(value);
    return fact.kind === 'function' ? [{ file: value.file, id: fact.function }] : [];
  });
  const ofClass = link.resolve(given).flatMap((entity): FunctionRef[] => {
    const ref = entity.kind === 'class' || entity.kind === 'instance' ? entity.ref : null;
    const { file } = ref === null ? { file: null } : indexed({ file: ref.file, id: 0 });
    const method = ref === null ? undefined : file!.facts.classes[ref.id]?.members.find((each) => each.name === 'validate' && each.function >= 0);
    return method === undefined ? [] : [{ file: file!, id: method.function }];
  });
  return [...inline, ...ofClass];
}
