import express from 'express';
import { EntityManager, MikroORM, raw, sql } from '@mikro-orm/postgresql';
import config from './mikro-orm.config';
import { Author } from './author';

const orm = await MikroORM.init(config);
const app = express();

app.get('/authors', async (req, res) => {
  const em = orm.em.fork();
  const rows = await em.execute('select * from author where name = ?', [req.query.name]);
  const sorted = await em.createQueryBuilder(Author, 'a').where({ name: req.query.name }).orderBy({ name: 'asc' }).getResult();
  const found = await em.find(Author, { [raw('lower(name)')]: String(req.query.name).toLowerCase() });
  const tagged = await em.find(Author, { [sql`lower(name)`]: req.query.name });
  res.json({ rows, sorted, found, tagged });
});

export async function purge(em: EntityManager, kind: 'drafts' | 'logs') {
  await em.getConnection().execute(`delete from ${kind}`);
}
