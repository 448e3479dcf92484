/** Which tool runs the migrations, and whether it can take them back. */
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';

/**
 * Libraries and commands that call `down` of a migration, by the name of their package; read from their sources: Knex 3.3.0 and Kysely 0.28.18 (their migrators), sequelize-cli 6.6.5 (`db:migrate:undo`),
 * TypeORM 1.1.1 (`migration:revert`), MikroORM 6.6.16 (`migration:down`), node-pg-migrate 9.0.0, db-migrate 0.11.14, kysely-ctl 0.20.0, migrate 2.1.0, migrate-mongo 14.0.7, mongo-migrate-ts 2.0.0,
 * ts-migrate-mongoose 5.3.3, migrate-mongoose 4.0.0, mongodb-migrations 0.8.5, Lucid 21.8.2 (`migration:rollback`), postgrator 8.0.0, ley 0.8.1, east 2.0.3. Umzug goes back where the program calls its `down`.
 */
const TOOLS: ReadonlySet<string> = new Set([
  'knex', 'sequelize-cli', 'typeorm', '@mikro-orm/migrations', '@mikro-orm/migrations-mongodb', '@mikro-orm/cli', 'node-pg-migrate', 'db-migrate', 'kysely', 'kysely-ctl', 'migrate', 'migrate-mongo', 'mongo-migrate-ts',
  'ts-migrate-mongoose', 'migrate-mongoose', 'mongodb-migrations', '@adonisjs/lucid', 'postgrator', 'ley', 'east',
]);
/** What Umzug 3.8.3 and loops of a program's own call. */
const WAYS_BACK: ReadonlySet<string> = new Set(['down', 'revert', 'undo', 'runAsCLI']);

/**
 * @param file a migration
 * @returns false if the program runs its migrations by itself, with Umzug or a loop of its own that calls `up`, nothing there calls `down`, and neither its package nor one around it depends on a tool
 *   that would
 */
export function goesBack(file: LinkedFile, program: Program): boolean {
  const around = program.inventory.packages.filter(({ directory }) => directory === '' || directory === '.' || file.package.directory === directory || file.package.directory.startsWith(`${directory}/`));
  if (file.facts.imports.some(({ specifier }) => TOOLS.has(specifier))) return true;
  if (around.some(({ dependencies }) => dependencies.some(({ name }) => TOOLS.has(name)))) return true;
  const runners = [...program.files.values()].filter(isRunner);
  const calls = runners.flatMap((runner) => runner.facts.calls.map((id): ValueRef => ({ file: runner, id })));
  // With Umzug a function called `down` may hand on what Umzug asks for.
  const called = runners.some(importsUmzug) ? calls.filter((call) => isOfUmzug(call, program)) : calls;
  const names = called.map(nameOfCallee);
  return !names.includes('up') || names.some((name) => WAYS_BACK.has(name));
}

function importsUmzug({ facts }: LinkedFile): boolean {
  return facts.imports.some(({ specifier }) => specifier === 'umzug');
}

function isOfUmzug({ file, id }: ValueRef, program: Program): boolean {
  const value = file.facts.values[id]!;
  const paths = value.kind === 'call' ? program.apiPaths({ file, id: value.callee }) : [];
  return paths.some((path) => /^umzug[:#]/.test(path));
}

/** Code that is called so, or stands in such a directory, and what imports Umzug. */
function isRunner(file: LinkedFile): boolean {
  return importsUmzug(file) || /migrat/i.test(file.facts.path);
}

function nameOfCallee({ file, id }: ValueRef): string {
  const value = file.facts.values[id]!;
  const callee = value.kind === 'call' ? file.facts.values[value.callee]! : value;
  return callee.kind === 'member' ? (callee.name ?? '') : '';
}
