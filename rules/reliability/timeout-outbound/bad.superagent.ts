import superagent from 'superagent';
import request = require('superagent');

export async function user(id: string) {
  // expect: timeout-outbound
  const { body } = await superagent.get(`https://id.example.com/users/${id}`).set('accept', 'application/json');
  return body;
}

export function create(body: object, done: (error: Error | null) => void) {
  // expect: timeout-outbound
  request.post('https://id.example.com/users').send(body).retry(2).end(done);
}
