import Fastify from 'fastify';
import knex from 'knex';

const db = knex({ client: 'pg' });
const app = Fastify();

app.get('/projects', async () => {
  const projects = await db('projects').select('id').limit(20);
  for (const project of projects) {
    // expect: n-plus-one
    project.tasks = await db('tasks').where({ project_id: project.id });
  }
  return projects;
});
