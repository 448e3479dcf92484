import ky from 'ky';

// ky gives up after ten seconds by itself.
export const report = () => ky('https://reports.example.com/yearly').json();

const api = ky.create({ prefixUrl: 'https://api.example.com', timeout: 3_000 });

export const orders = () => api.get('orders').json();

const authorised = api.extend({ headers: { authorization: 'x' } });

export const invoices = () => authorised.get('invoices').json();
