import { describe, expect, it } from 'vitest';
import { countLooks } from '../support/looks.js';
import { model, programOf, role } from '../support/program.js';

/** One service of a chain: a route, a class with methods of everybody's names, and calls into the service before it. */
function service(index: number): string {
  const before = index === 0 ? '' : `import { Service${index - 1} } from './service${index - 1}.js';`;
  const next = index === 0 ? 'pool.query(`select ${id}`)' : `new Service${index - 1}(pool).run(id)`;
  return `import express from 'express';
import { Pool } from 'pg';
${before}
const app = express();
export class Service${index} {
  constructor(private readonly pool: Pool) {}
  run(id: string) { const pool = this.pool; return ${next}; }
  each(list: string[], callback: (id: string) => void) { list.forEach((id) => callback(id)); }
}
const service = new Service${index}(new Pool());
app.get('/${index}', (req, res) => { service.each([req.query.id], (id) => res.json(service.run(id))); });
`;
}

/** For all roles of a chain of services, and the callers of all their functions. */
function looksAtChain(services: number): number {
  const program = programOf(Object.fromEntries(Array.from({ length: services }, (_, index) => [`service${index}.ts`, service(index)])));
  const count = countLooks(program);
  expect(program.sitesOf('sql.execute')).toHaveLength(1);
  expect(program.sitesOf('request.query')).toHaveLength(services);
  for (const file of program.files.values()) for (const id of file.facts.functions.keys()) program.callersOf({ file, id });
  return count.looks;
}

/** For some of ten roles of a program of calls whose names say nothing. */
function looksForRoles(asked: number): number {
  const roles = Array.from({ length: 10 }, (_, index) => role(`role${index}`, 'call', [`library${index}:go`]));
  const imports = roles.map((_, index) => `import 'library${index}';\n`).join('');
  const program = programOf({ 'a.ts': `${imports}export function all(list: any, at: any) {\n${'list[at]();\n'.repeat(200)}}` }, [model({ roles })]);
  const count = countLooks(program);
  for (const entry of roles.slice(0, asked)) program.sitesOf(entry.role);
  return count.looks;
}

describe('the work of linking', () => {
  it('doubles when the program doubles', () => {
    const [small, large] = [looksAtChain(40), looksAtChain(80)];
    expect(small).toBeGreaterThan(1000);
    expect(large / small).toBeLessThan(2.2);
  });

  it('is not done again for each role', () => {
    expect(looksForRoles(10) / looksForRoles(1)).toBeLessThan(1.1);
  });
});
