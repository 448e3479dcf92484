import got from 'got';

// expect: timeout-outbound
export const user = (id: string) => got(`https://id.example.com/users/${id}`).json();

// expect: timeout-outbound
export const create = (body: object) => got.post('https://id.example.com/users', { json: body });

const api = got.extend({ prefixUrl: 'https://api.example.com', retry: { limit: 2 } });

// expect: timeout-outbound
export const orders = () => api.get('orders').json();

const authorised = api.extend({ headers: { authorization: 'x' } });

// expect: timeout-outbound
export const invoices = () => authorised('invoices').json();

// Bounds the connection, not the answer.
const connected = got.extend({ prefixUrl: 'https://api.example.com', timeout: { connect: 2_000 } });

// expect: timeout-outbound
export const items = () => connected('items').json();

// expect: timeout-outbound
export const item = (id: string) => got(`https://api.example.com/items/${id}`, { timeout: { lookup: 500, connect: 2_000 } }).json();
