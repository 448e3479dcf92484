/** `upload.files-unread`: of a form that is taken apart, only the fields are looked at. */
import type { CallValue } from '../../../contracts/facts.js';
import type { LinkedFile } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/** Where the files stand in what a parser gives: `[fields, files]`, `(error, fields, files)`. */
const FILES_RESULT = '1';
const FILES_PARAMETER = 2;

/** Answers no where the parser is handed on, or what it gives is. */
export const filesUnread: Predicate = ({ value }) => {
  if (value === null) return NO;
  const { file, id } = value;
  const parsers = [id, ...usesIn(file).bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses)].filter((use) => use !== id || file.parentOf(id) >= 0);
  const calls = parsers.flatMap((use) => {
    const member = file.facts.values[file.parentOf(use)];
    const call = file.facts.values[file.parentOf(file.parentOf(use))];
    return member?.kind === 'member' && member.name === 'parse' && call?.kind === 'call' ? [{ call, id: file.parentOf(file.parentOf(use)) }] : [];
  });
  return answerOf(calls.length > 0 && calls.length === parsers.length && calls.every((each) => isUnread(file, each.call, each.id)));
};

function isUnread(file: LinkedFile, call: CallValue, id: number): boolean {
  const { values, functions, bindings } = file.facts;
  const callback = call.args.map((argument) => values[argument]!).find((argument) => argument.kind === 'function');
  if (callback?.kind === 'function') {
    const binding = functions[callback.function]!.parameters[FILES_PARAMETER]?.binding ?? -1;
    return binding < 0 || bindings[binding]!.uses.length === 0;
  }
  const awaited = values[file.parentOf(id)]?.kind === 'await' ? file.parentOf(id) : id;
  const parts = file.valuesOfKind('member').filter((member) => {
    const fact = values[member]!;
    return fact.kind === 'member' && fact.object === awaited;
  });
  if (parts.length === 0 || usesIn(file).bindingsOf(awaited).length > 0) return false;
  return parts.every((part) => {
    const fact = values[part]!;
    if (fact.kind !== 'member' || fact.name !== FILES_RESULT) return fact.kind === 'member' && fact.name === '0';
    return file.parentOf(part) < 0 && usesIn(file).bindingsOf(part).every((binding) => bindings[binding]!.uses.length === 0);
  });
}
