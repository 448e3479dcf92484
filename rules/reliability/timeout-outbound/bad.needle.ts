import needle from 'needle';

// expect: timeout-outbound
export const user = (id: string) => needle('get', `https://id.example.com/users/${id}`);

export function create(body: object, done: (error: Error | null) => void) {
  // needle's `timeout` is open_timeout: it bounds the connection, not the answer.
  // expect: timeout-outbound
  needle.post('https://id.example.com/users', body, { timeout: 5_000 }, done);
}
