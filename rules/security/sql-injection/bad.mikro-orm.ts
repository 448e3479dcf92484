import express from 'express';
import { EntityManager, MikroORM, raw } from '@mikro-orm/postgresql';
import config from './mikro-orm.config';
import { Author } from './author';

const orm = await MikroORM.init(config);
const app = express();

app.get('/authors', async (req, res) => {
  const em = orm.em.fork();
  // expect: sql-injection P0
  const rows = await em.execute(`select * from author where name = '${req.query.name}'`);
  // expect: sql-injection P0
  const sorted = await em.createQueryBuilder(Author, 'a').where(`a.name = '${req.query.name}'`).getResult();
  // expect: sql-injection P0
  const found = await em.find(Author, { [raw(`lower(${req.query.column})`)]: 'x' });
  // expect: sql-injection P0
  const old = await em.getKnex().raw('select * from author where id = ' + req.query.id);
  res.json({ rows, sorted, found, old });
});

export async function purge(em: EntityManager, table: string) {
  // expect: sql-injection P1
  await em.getConnection().execute(`delete from ${table}`);
}
