import { Elysia } from 'elysia';

// A part: given out by its name, and listening nowhere.
export const users = new Elysia().get('/users', () => []).get('/users/:id', ({ params }) => params.id);
