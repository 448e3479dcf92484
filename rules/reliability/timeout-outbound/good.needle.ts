import needle from 'needle';

export const user = (id: string) => needle('get', `https://id.example.com/users/${id}`, { response_timeout: 5_000 });

export function create(body: object, done: (error: Error | null) => void) {
  needle.post('https://id.example.com/users', body, { open_timeout: 2_000, response_timeout: 5_000, read_timeout: 10_000 }, done);
}
