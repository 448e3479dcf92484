/** What the written type of a function says it will be given: `const list: RequestHandler = (req, res) => …`. */
import { NONE, type ParameterValue, type TypeFact } from '../../contracts/facts.js';
import type { Entity } from '../../contracts/program.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { union, UNKNOWN_ENTITIES } from './entities.js';

/** What a library passes to functions of this type as the parameter, by the models' `callbacks`. */
export function passedByType(link: Linking, ref: FileValue, fact: ParameterValue): readonly Entity[] {
  const given = typesOfFunction(ref, fact.function)
    .flatMap((type) => [...link.resolveType(ref.file, type)])
    .flatMap((entity) => (entity.kind === 'api' ? link.models.callbacks(entity.path.replace(/#$/, '')) : []))
    .map((model) => model.parameters[fact.index] ?? null)
    .filter((path): path is string => path !== null && path !== 'receiver' && !path.startsWith('argument:'))
    .map((path): Entity => ({ kind: 'api', path: link.models.normalise(path), created: null }));
  return given.length === 0 ? UNKNOWN_ENTITIES : union(given);
}

/** Types written for the variable, field or cast that holds the function. */
function typesOfFunction(ref: FileValue, functionId: number): TypeFact[] {
  const { file } = ref;
  const own = file.valueOfFunction(functionId);
  if (own === NONE) return [];
  const bindings = file.bindingsWrittenWith(own).map((id) => file.facts.bindings[id]?.type);
  const parent = file.parentOf(own);
  const around = parent === NONE ? undefined : factOf(sibling(ref, parent));
  const members = file.facts.classes.flatMap((fact) => fact.members.filter((member) => member.value === own).map((member) => member.type));
  return [...bindings, around?.kind === 'cast' ? around.type : undefined, ...members].filter((type) => type !== undefined);
}
