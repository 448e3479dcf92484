// What a plugin hangs on the application is the client itself
import Fastify from 'fastify';
import fp from 'fastify-plugin';
import knex from 'knex';

const app = Fastify();
app.register(fp(async (instance) => {
  instance.decorate('db', knex({ client: 'pg', connection: process.env.DATABASE_URL }));
}));

app.register(async function orders(scope) {
  scope.get('/orders', async () => {
    // expect: pagination P1
    return scope.db('orders').where('paid', true).select('*');
  });
});
app.listen({ port: 3000 });
