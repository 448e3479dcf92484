/** Texts that entities bound themselves: `@Length({ max: 200 }) title`, `@Column({ length: 200 }) title`. */
import type { LinkedFile, Program } from '../../contracts/program.js';
import type { ValueId } from '../../contracts/facts.js';
import { calledName } from '../../contracts/written-name.js';

const memo = new WeakMap<Program, ReadonlySet<string>>();

/** Names of the members of entity classes that say how long they may be. */
export function boundedColumns(program: Program): ReadonlySet<string> {
  let known = memo.get(program);
  if (known === undefined) memo.set(program, (known = new Set([...program.files.values()].flatMap((file) => inFile(file, program)))));
  return known;
}

function inFile(file: LinkedFile, program: Program): string[] {
  return file.facts.classes.flatMap((fact) => {
    if (!fact.decorators.some((id) => program.rolesAt({ file, id }).some((site) => site.role === 'model.entity'))) return [];
    return fact.members.filter((member) => member.decorators.some((id) => bounds(file, id))).map((member) => member.name);
  });
}

function bounds(file: LinkedFile, decorator: ValueId): boolean {
  const fact = file.facts.values[decorator]!;
  if (fact.kind !== 'call') return false;
  if (/(?:Length|^Size|^Max)$/.test(calledName(file, decorator) ?? '')) return true;
  return fact.args.some((argument) => {
    const given = file.facts.values[argument]!;
    if (given.kind === 'object') return given.properties.some((property) => /^(?:length|maxlength|maxLength)$/.test(property.name ?? '') || isSized(file, property.value));
    return isSized(file, argument);
  });
}

/** `DataType.STRING(200)`. */
function isSized(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  return fact.kind === 'call' && fact.args.length === 1 && /^(?:STRING|CHAR|VARCHAR)$/i.test(calledName(file, id) ?? '');
}
