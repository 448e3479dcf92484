/** `migration.*`: whether the schema of a database is changed by migrations. */
import { NO, yes } from '../../answer.js';
import { lineAt } from '../../conditions/files.js';
import type { Predicate } from '../index.js';

/** Does the program write rows of a database with a fixed schema? Document stores (attribute `store: documents`) and guesses by name do not count. */
export const changesRows: Predicate = (_site, _operand, evaluation) => {
  const found = evaluation.own(evaluation.program.queries).find(({ kind, operation, confidence, site }) =>
    (kind === 'orm' || kind === 'sql') && ['create', 'update', 'delete'].includes(operation) && confidence !== 'low' && site?.entry.attributes['store'] !== 'documents',
  );
  return found === undefined ? NO : yes({ related: [{ location: evaluation.program.location(found.value), text: 'writes rows' }] });
};

/** Does the program itself declare tables to a library that can write migrations for them: by entities, tables or a schema of Prisma? */
export const declaresTables: Predicate = (_site, _operand, evaluation) => {
  const packages = new Set([...evaluation.documentPackages(), ...evaluation.files.map((file) => file.package.directory)]);
  const found = evaluation.program.entities.find(({ store, site, location, package: directory }) => {
    return store === 'tables' && packages.has(directory) && (site === null ? location.path.endsWith('.prisma') : evaluation.isSource(site.value));
  });
  return found === undefined ? NO : yes({ related: [{ location: found.location, text: `declares ${found.name}` }] });
};

/** Directories and files by which tools without names of their own for a step are known: Liquibase, Atlas, Sqitch, Flyway. */
const CHANGE_LOG = /(?:^|\/)(?:[\w.-]*changelog[\w.-]*\.(?:xml|ya?ml|json)|atlas\.hcl|sqitch\.plan|flyway\.(?:conf|toml))$|(?:^|\/)(?:liquibase|flyway)\//i;

/** Is there a migration in the repository? */
export const migrationFiles: Predicate = (_site, _operand, { program }) => {
  const found = program.inventory.files.find((file) => file.class === 'migration' || CHANGE_LOG.test(file.path));
  return found === undefined ? NO : yes({ reason: `${found.path} is there`, related: [{ location: lineAt(found.path, 1), text: found.path }] });
};
