/** Predicates of the rule on filters of document stores. */
import type { ValueRef } from '../../../contracts/program.js';
import { NO, YES } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { writtenName } from '../../../contracts/written-name.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

/** `User`, `userModel`, `usersCollection`; `db.users` and `collection('users')` are told by what they are read from. */
const MODEL = /^[A-Z][a-z]|[mM]odel$|[cC]ollection$/;
const STORES = new Set(['db', 'database', 'mongo', 'mongodb', 'models']);
/** Options of libraries that have the same method names and take an object of options in place of a filter. */
const OPTIONS = new Set(['where', 'include', 'relations', 'criteria', 'filter', 'query']);
/** Libraries and services that keep documents, by what their packages are called. */
const STORE_PACKAGE = /mongo|couch|nedb|rethink|waterline|sails|cosmos|typegoose|^monk$|^papr$|arango|parse-server/i;
/** Roles of calls whose library is known after all. */
const KNOWN = ['nosql.query', 'orm.query', 'orm.write', 'search.query', 'vector.query'];

/**
 * `nosql.model-like`: the call is made on something named like a model or a collection, of which the library is not known, and is not
 * given options (`{ where }`) of a relational mapper. Answers yes or no: any other receiver is no reason to doubt.
 */
export const modelLike: Predicate = (site, _operand, evaluation) => {
  const { program } = evaluation;
  if (site.role === null || site.value === null) return NO;
  const call = program.fact(site.value);
  const callee = call.kind === 'call' ? program.fact({ file: site.value.file, id: call.callee }) : null;
  if (callee?.kind !== 'member' || program.callees(site.value).length > 0) return NO;
  if (program.rolesAt(site.value).some((each) => KNOWN.includes(each.role)) || !mayHaveStore(evaluation)) return NO;
  const receiver = { file: site.value.file, id: callee.object };
  // A model of a document store is made by a call; a class of the program that has such a method by its base is an active record.
  if (!namesModel(receiver, evaluation) || program.resolve(receiver).some((entity) => entity.kind === 'class')) return NO;
  const filters = program.argumentList(site.role, 'filter').flatMap((value) => program.sourcesOf(value));
  return filters.length > 0 && filters.every((filter) => mayBeFilter(filter, evaluation)) ? YES : NO;
};

/** What one calls a record by, as everybody may who has seen it; a token, a code or an address is something else. */
const PLAIN_NAME: ReadonlySet<string> = new Set(['id', 'ids', 'uuid', 'name', 'slug', 'title', 'filename', 'username', 'handle', 'vanity']);

/** `nosql.names-only`: what a client sent stands in the site's filter as an id or a plain name of a record, and nowhere else. */
export const namesOnly: Predicate = (site, _operand, { program }) => {
  if (site.role === null) return NO;
  const filters = program.argumentList(site.role, 'filter').flatMap((value) => program.sourcesOf(value));
  const isPlain = (filter: ValueRef): boolean => {
    const fact = program.fact(filter);
    if (fact.kind !== 'object') return false;
    return fact.properties.every(({ name, value }) => {
      const isName = name !== null && PLAIN_NAME.has(splitWords(name).at(-1) ?? '');
      return isName || !program.trace({ file: filter.file, id: value }, { sink: 'nosql' }).origins.some((origin) => origin.kind === 'request');
    });
  };
  return filters.length > 0 && filters.every(isPlain) ? YES : NO;
};

/** A package that says what it depends on, and names no document store, has its own models of something else. */
function mayHaveStore(evaluation: Evaluation): boolean {
  const names = evaluation.packages('wide').flatMap((manifest) => manifest.dependencies.map((dependency) => dependency.name));
  return names.length === 0 || names.some((name) => STORE_PACKAGE.test(name));
}

function namesModel(receiver: ValueRef, { program }: Evaluation): boolean {
  const fact = program.fact(receiver);
  const at = (id: number) => program.fact({ file: receiver.file, id });
  switch (fact.kind) {
    case 'reference':
      return MODEL.test(fact.name);
    case 'member': {
      const owner = at(fact.object);
      const ownerName = writtenName(owner) ?? '';
      return fact.name !== null && (MODEL.test(fact.name) || STORES.has(ownerName));
    }
    case 'call': {
      const callee = at(fact.callee);
      return (callee.kind === 'member' || callee.kind === 'reference') && (callee.name === 'collection' || callee.name === 'model');
    }
    default:
      return false;
  }
}

function mayBeFilter(filter: ValueRef, { program }: Evaluation): boolean {
  const fact = program.fact(filter);
  if (['function', 'literal', 'array', 'class', 'template', 'concat'].includes(fact.kind)) return false;
  return fact.kind !== 'object' || !fact.properties.some((property) => property.name !== null && OPTIONS.has(property.name));
}
