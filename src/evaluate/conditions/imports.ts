/** `imports`: production source loads a module, by whatever kind of import: for libraries that work by being loaded. */
import type { LinkedFile, Program } from '../../contracts/program.js';
import { NO, yes } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import { groupBy } from '../reach/reach.js';

interface Load {
  specifier: string;
  file: LinkedFile;
  start: number;
}

export const imports: ConditionWord<'imports'> = (modules, compiler) => (_site, evaluation) => {
  const { program } = evaluation;
  const [first] = modules.flatMap((module) => (loadsIn(program).get(module) ?? []).filter(({ file }) => evaluation.holds({ file, id: 0 }, compiler.reach)));
  if (first === undefined) return NO;
  return yes({ reason: `${first.specifier} is loaded`, related: [{ location: program.locationOf(first.file, first.start, first.start), text: `loads ${first.specifier}` }] });
};

const LOADS = new WeakMap<Program, ReadonlyMap<string, readonly Load[]>>();

function loadsIn(program: Program): ReadonlyMap<string, readonly Load[]> {
  const known = LOADS.get(program);
  if (known !== undefined) return known;
  const loads = groupBy([...program.files.values()].flatMap(loadsOf), (load) => load.specifier);
  LOADS.set(program, loads);
  return loads;
}

/** Of types nothing is left at run time. */
function loadsOf(file: LinkedFile): Load[] {
  const written = file.facts.imports.filter((fact) => !fact.typeOnly).map(({ specifier, start }) => ({ specifier, file, start }));
  const called = file.moduleValues.map(({ id, specifier }) => ({ specifier, file, start: file.facts.values[id]!.start }));
  return [...written, ...called];
}
