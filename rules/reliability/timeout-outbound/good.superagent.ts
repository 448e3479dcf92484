import superagent from 'superagent';
import request = require('superagent');

export async function user(id: string) {
  const { body } = await superagent.get(`https://id.example.com/users/${id}`).set('accept', 'application/json').timeout(5_000);
  return body;
}

export function create(body: object, done: (error: Error | null) => void) {
  request.post('https://id.example.com/users').send(body).timeout({ response: 5_000, deadline: 30_000 }).end(done);
}

export async function later(id: string) {
  const pending = superagent.delete(`https://id.example.com/users/${id}`);
  pending.timeout({ deadline: 10_000 });
  return pending;
}

const agent = superagent.agent().timeout({ response: 5_000 });
export const orders = () => agent.get('https://api.example.com/orders');
