/** `email.of-staff`, `email.of-directory`: who types an address, where the program tells. */
import type { Program, Route, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { decoratorsRead } from '../../authentication/exemptions.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

/** What a permission lets somebody do to users: `edit_users`, `users:manage`. */
const TENDS: ReadonlySet<string> = new Set(['create', 'edit', 'manage', 'update', 'write', 'add', 'invite', 'administer']);
const USERS: ReadonlySet<string> = new Set(['user', 'users', 'member', 'members', 'employee', 'employees', 'staff', 'account', 'accounts']);
/** RFC 7644: a provider of identities tells of its users, whose addresses it has given them. */
const DIRECTORY = /(?:^|[/._-])scim(?:$|[/._-])/i;

/** `email.of-staff`: the route demands a permission to tend the users of others. */
export const ofStaff: Predicate = ({ route }, _operand, { program }) => (route === null ? NO : answerOf(demandsTending(route, program)));

/** `email.of-directory`: a provider of identities sends it, by SCIM. */
export const ofDirectory: Predicate = ({ route, value }) => {
  const path = value?.file.facts.path.replace(/\.\w+$/, '') ?? '';
  return answerOf(DIRECTORY.test(path) || DIRECTORY.test(route?.path ?? ''));
};

function demandsTending(route: Route, program: Program): boolean {
  const demands = [...decoratorsRead(route, program), ...route.chain.map(({ value }) => value)];
  return demands.some((demand) => {
    const fact = program.fact(demand);
    return fact.kind === 'call' && fact.args.some((id) => isOfUsers({ file: demand.file, id }, program));
  });
}

function isOfUsers(value: ValueRef, program: Program): boolean {
  const texts = (program.constants(value) ?? []).map(String);
  return texts.some((text) => {
    const words = splitWords(text);
    return words.length === 2 && words.some((word) => TENDS.has(word)) && words.some((word) => USERS.has(word));
  });
}
