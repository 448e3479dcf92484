import { app } from '@azure/functions';
import { Elysia } from 'elysia';

app.http('go', {
  handler: async (request) => {
    // expect: open-redirect
    return { status: 302, headers: { Location: request.query.get('to')! } };
  },
});

new Elysia()
  // expect: open-redirect
  .get('/go', ({ query, redirect }) => redirect(query.to))
  // ok: open-redirect
  .get('/user', ({ query, redirect }) => redirect('/users/' + encodeURIComponent(query.id)));

export default defineEventHandler((event) => {
  const { next } = getQuery(event);
  // expect: open-redirect
  return sendRedirect(event, next as string);
});
