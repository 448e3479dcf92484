const db = require('./database');

async function search({ term, workspace }) {
  const filters = [];
  if (term) {
    filters.push(`(p.name ILIKE '%${term}%' OR p.summary ILIKE '%${term}%')`);
  }
  if (workspace) {
    filters.push(`p.workspace_id = ${workspace}`);
  }
  const where = filters.length ? `WHERE ${filters.join(' AND ')}` : '';
  const text = `
    SELECT p.id, p.name
    FROM projects p
    ${where}
    ORDER BY p.name
  `;
  // expect: sql-injection P0
  const result = await db.query(text);
  return result.rows;
}

async function report({ filter }) {
  // expect: sql-injection P0
  return db.query(`SELECT * FROM projects WHERE name ILIKE '%${filter || ''}%'`);
}

// ok: sql-injection
const find = (id) => db.one('SELECT * FROM projects WHERE id = $1', [id]);
// expect: sql-injection P0
const named = (name) => db.one("SELECT * FROM projects WHERE name = '" + name + "'");
// ok: sql-injection
const count = () => db.one('SELECT count(*) FROM projects', []);
// ok: sql-injection
const all = () => db.query('SELECT * FROM projects', []);

module.exports = { search, report, find, named, count, all };
