import { $fetch, ofetch } from 'ofetch';

// expect: timeout-outbound
export const user = (id: string) => ofetch(`https://id.example.com/users/${id}`);

const api = $fetch.create({ baseURL: 'https://api.example.com', retry: 2 });

// expect: timeout-outbound
export const orders = () => api('/orders');
