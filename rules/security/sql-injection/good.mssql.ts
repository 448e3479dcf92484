import Fastify from 'fastify';
import sql from 'mssql';

const app = Fastify();

app.get('/invoices', async (request) => {
  const { customer } = request.query as { customer: string };
  const pool = await sql.connect(process.env.MSSQL_URL!);
  const result = await pool.request().input('customer', sql.VarChar, customer).query('SELECT * FROM invoices WHERE customer = @customer');
  return result.recordset;
});

app.get('/invoices/:id', async (request) => {
  const { id } = request.params as { id: string };
  const statement = new sql.PreparedStatement();
  statement.input('id', sql.Int);
  await statement.prepare('SELECT * FROM invoices WHERE id = @id');
  return statement.execute({ id });
});

app.get('/plain', async (request) => {
  const { id } = request.params as { id: string };
  return sql.query`SELECT * FROM invoices WHERE id = ${id}`;
});
