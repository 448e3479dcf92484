import got from 'got';

export const user = (id: string) => got(`https://id.example.com/users/${id}`, { timeout: { request: 5_000 } }).json();

export const create = (body: object) => got.post('https://id.example.com/users', { json: body, signal: AbortSignal.timeout(5_000) });

const api = got.extend({ prefixUrl: 'https://api.example.com', timeout: { request: 5_000 }, retry: { limit: 2 } });

export const orders = () => api.get('orders').json();

const authorised = api.extend({ headers: { authorization: 'x' } });

export const invoices = () => authorised('invoices').json();

// got 11 took a number.
export const old = () => got('https://api.example.com/old', { timeout: 5_000 });
