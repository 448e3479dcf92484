/** `people.registered`: does the package keep accounts or other data of people, and answer requests? `people.exported`: can they take it out? */
import { fileNameOf } from '../../../contracts/file-path.js';
import type { Program } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { splitWords } from '../../names/name-words.js';
import { holdsPeople, queriesOn } from '../../tables/personal-data.js';
import type { Predicate } from '../index.js';

export const peopleRegistered: Predicate = (_site, _operand, { program }) => {
  const entity = program.entities.find((each) => holdsPeople(each) && queriesOn(each, program).some(({ operation }) => operation === 'create'));
  if (entity === undefined || program.routes.length === 0) return NO;
  return yes({ values: { value: entity.name }, related: [{ location: entity.location, text: `${entity.name} holds data of people` }] });
};

const EXPORTS = /^(?:exports?|exported|exporting|exporter|takeout|download|downloads|dump|archive|portability|dsar|gdpr|backup)$/;
const WHOSE = /^(?:users?|accounts?|me|my|profile|personal|customers?|data|gdpr|dsar|takeout|portability|workspace|organi[sz]ation|everything|all|privacy|members?|contacts?|collections?)$/;

export const peopleExported: Predicate = (_site, _operand, { program }) => exported(program);

const KNOWN = new WeakMap<Program, Answer>();

function exported(program: Program): Answer {
  let known = KNOWN.get(program);
  if (known === undefined) KNOWN.set(program, (known = search(program)));
  return known;
}

function search(program: Program): Answer {
  let some = false;
  for (const { path, value } of program.routes) {
    const kind = judge(path);
    if (kind === 'whole') return yes({ reason: `${path} gives data out`, related: [{ location: program.location(value), text: 'gives data out' }] });
    some ||= kind === 'some';
  }
  for (const { facts } of program.files.values()) {
    if (judge(fileNameOf(facts.path).replace(/\.\w+$/, '')) === 'whole') return yes({ reason: `${facts.path} gives data out` });
    for (const { name } of facts.functions) {
      if (!/export|takeout|download|dump|gdpr|dsar|portab/i.test(name)) continue;
      const kind = judge(name);
      if (kind === 'whole') return yes({ reason: `${name} gives data out`, confidence: 'medium' });
      some ||= kind === 'some';
    }
  }
  return some ? unknown('whether what can be exported is all that is kept of a person') : NO;
}

/** `exportUserData` and `/account/export` are of a person; `export` alone is of something. */
function judge(text: string): 'whole' | 'some' | 'none' {
  const words = splitWords(text);
  if (!words.some((word) => EXPORTS.test(word))) return 'none';
  return words.some((word) => WHOSE.test(word)) ? 'whole' : 'some';
}
