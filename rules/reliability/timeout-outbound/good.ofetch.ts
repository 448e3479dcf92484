import { $fetch, ofetch } from 'ofetch';

export const user = (id: string) => ofetch(`https://id.example.com/users/${id}`, { timeout: 5_000 });

const api = $fetch.create({ baseURL: 'https://api.example.com', timeout: 5_000 });

export const orders = () => api('/orders');
