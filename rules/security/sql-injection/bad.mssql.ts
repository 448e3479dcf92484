import Fastify from 'fastify';
import sql from 'mssql';

const app = Fastify();

app.get('/invoices', async (request) => {
  const { customer } = request.query as { customer: string };
  const pool = await sql.connect(process.env.MSSQL_URL!);
  // expect: sql-injection P0
  const result = await pool.request().query(`SELECT * FROM invoices WHERE customer = '${customer}'`);
  return result.recordset;
});

app.post('/invoices/run', async (request) => {
  const { script } = request.body as { script: string };
  // expect: sql-injection P0
  return new sql.Request().batch(script);
});

app.get('/invoices/:id', async (request) => {
  const { id } = request.params as { id: string };
  const statement = new sql.PreparedStatement();
  // expect: sql-injection P0
  await statement.prepare('SELECT * FROM invoices WHERE id = ' + id);
  return statement.execute({});
});

app.get('/plain', async (request) => {
  const { id } = request.params as { id: string };
  // The same template as a tag would make a parameter.
  // expect: sql-injection P0
  return sql.query(`SELECT * FROM invoices WHERE id = ${id}`);
});
