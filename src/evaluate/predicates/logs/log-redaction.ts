/** What a logger takes out of its records before they are written. */
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import type { Evaluation } from '../../evaluation.js';
import { splitWords } from '../../names/name-words.js';

/** Whether something stands between a logged value and the log: `yes` it is taken out; `unknown` something changes records, and what cannot be told. */
export type Redaction = 'yes' | 'no' | 'unknown';

const memo = new WeakMap<Evaluation, readonly RoleSite[]>();

/**
 * @param names under which the value is written.
 * @returns what the logger of this call does; of a logger that cannot be told, what the loggers of the package do; of the console, nothing.
 */
export function redactionOf(site: RoleSite, names: readonly string[], evaluation: Evaluation): Redaction {
  const { program } = evaluation;
  const own = site.created === null ? [] : program.rolesAt(site.created).filter((each) => each.role === 'log.create');
  // No logger takes anything out of what is written past it: `console.log`.
  const others = /^global:(?:console|process)\b/.test(site.path) ? [] : allCreators(evaluation);
  const creators = own.length > 0 ? own : others;
  const found = creators.map((creator) => redactionBy(creator, names, program));
  if (found.includes('yes')) return 'yes';
  return found.includes('unknown') ? 'unknown' : 'no';
}

function allCreators(evaluation: Evaluation): readonly RoleSite[] {
  let creators = memo.get(evaluation);
  if (creators === undefined) memo.set(evaluation, (creators = evaluation.roleSites(['log.create'], 'wide')));
  return creators;
}

function redactionBy(creator: RoleSite, names: readonly string[], program: Program): Redaction {
  if (program.argument(creator, 'formatter') !== null) return 'unknown';
  const serializers = program.argument(creator, 'serializers');
  if (serializers !== null && names.some((name) => program.property(serializers, [name]).kind === 'found')) return 'yes';
  const redacted = program.argumentList(creator, 'redacted').map((value) => redactedPaths(value, program));
  if (redacted.includes(null)) return 'unknown';
  if (redacted.some((paths) => paths!.some((path) => names.some((name) => coversName(path, name))))) return 'yes';
  return changedByFormat(creator, program);
}

/** The listed paths; null when they are not written in the source. */
function redactedPaths(value: ValueRef, program: Program): string[] | null {
  const lists = program.sourcesOf(value).map((source) => {
    const fact = program.fact(source);
    if (fact.kind !== 'array') return null;
    const constants = fact.elements.map((id) => program.constants({ file: source.file, id }));
    return constants.includes(null) ? null : constants.flatMap((each) => each!.map(String));
  });
  return lists.includes(null) ? null : lists.flatMap((list) => list!);
}

/** `req.headers.authorization`, `*.password`, `user["email"]`. */
function coversName(path: string, name: string): boolean {
  const last = path.replace(/["'\]]/g, '').split(/[.[]/).at(-1) ?? '';
  return last === '*' || splitWords(last).join('') === splitWords(name).join('');
}

/** A format of the program's own that writes to the record or takes something out of it. */
function changedByFormat(creator: RoleSite, program: Program): Redaction {
  const format = program.argument(creator, 'format');
  return format !== null && changesRecords(format, program, 0) ? 'unknown' : 'no';
}

function changesRecords(format: ValueRef, program: Program, depth: number): boolean {
  if (depth > 4) return false;
  return program.sourcesOf(format).some((source) => {
    const fact = program.fact(source);
    if (fact.kind !== 'call') return false;
    const callee: ValueRef = { file: source.file, id: fact.callee };
    const parts = fact.args.map((id): ValueRef => ({ file: source.file, id }));
    return customTransforms(source, callee, program).some((transform) => writes(transform, program)) || parts.some((part) => changesRecords(part, program, depth + 1));
  });
}

/** The functions of `format((info) => …)` and of what it makes: `redact()`. */
function customTransforms(call: ValueRef, callee: ValueRef, program: Program): ValueRef[] {
  const makers = [call, ...program.sourcesOf(callee)];
  return makers.flatMap((maker) =>
    program
      .rolesAt(maker)
      .filter((site) => site.role === 'log.format.custom')
      .flatMap((site) => program.argumentList(site, 'transform')),
  );
}

function writes(transform: ValueRef, program: Program): boolean {
  return program.sourcesOf(transform).some((source) => {
    const fact = program.fact(source);
    if (fact.kind !== 'function') return true;
    const { start, end } = fact;
    const { memberWrites, values, functions } = source.file.facts;
    const within = (offset: number) => offset >= start && offset <= end;
    const returnsOther = functions[fact.function]?.returns.some((id) => ['object', 'call'].includes(values[id]?.kind ?? '')) ?? false;
    return returnsOther || memberWrites.some((write) => within(write.at)) || values.some((value) => value.kind === 'unary' && value.operator === 'delete' && within(value.start));
  });
}
