import needle from 'needle';

needle.defaults({ open_timeout: 2_000, response_timeout: 5_000 });

export const user = (id: string) => needle('get', `https://id.example.com/users/${id}`);
