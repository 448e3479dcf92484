/** `files-have`, `files-exist`, `document-has`, `value`: what files that are no code show. */
import type { Location } from '../../contracts/audit.js';
import { lazily, NO, some, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { ConditionWord, JudgeValue } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { entriesIn, filesLike, keyMatcher, pathMatcher } from '../files.js';
import type { FoundEntry } from '../files.js';
import { scalarSubject } from '../subject.js';

export const filesHave: ConditionWord<'files-have'> = ({ files, key, is }, compiler) => {
  const isFile = pathMatcher(files);
  const isKey = keyMatcher(key);
  const judge = compiler.test(is);
  return (_site, evaluation) => anyPasses(entriesIn(evaluation, isFile, isKey, compiler.reach), judge, evaluation);
};

export const documentHas: ConditionWord<'document-has'> = ({ key, is }, compiler) => {
  const isKey = keyMatcher(key);
  const judge = compiler.test(is);
  return ({ entry }, evaluation) => {
    const entries = entry?.document.entries.filter((each) => isKey(each.key)) ?? [];
    return anyPasses(entries.map((each) => ({ document: entry!.document, entry: each })), judge, evaluation);
  };
};

function anyPasses(found: readonly FoundEntry[], judge: JudgeValue, evaluation: Evaluation): Answer {
  return some(
    lazily(found, ({ document, entry }) => {
      const answer = judge(scalarSubject(entry.value), evaluation);
      if (answer.truth !== 'yes') return answer;
      return yes({ reason: `${document.path} has ${entry.key}`, related: [{ location: lineAt(document.path, entry.line), text: shortly(entry.value) }] });
    }),
  );
}

export const filesExist: ConditionWord<'files-exist'> = (patterns, compiler) => {
  const isFile = pathMatcher(patterns);
  return (_site, evaluation) => {
    const packages = new Set(evaluation.packages(compiler.reach).map((each) => each.directory));
    const found = filesLike(evaluation.program, isFile).find((file) => packages.has(file.package));
    return found === undefined ? NO : yes({ reason: `${found.path} is there`, related: [{ location: lineAt(found.path, 1), text: found.path }] });
  };
};

export const value: ConditionWord<'value'> = (test, compiler) => {
  const judge = compiler.test(test);
  return ({ entry }, evaluation) => (entry === null ? NO : judge(scalarSubject(entry.entry.value), evaluation));
};

export function lineAt(path: string, line: number): Location {
  return { path, line, column: 1, endLine: line, endColumn: 1 };
}

/** Enough to recognise it by. */
const MOST_SHOWN = 80;

function shortly(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
}
