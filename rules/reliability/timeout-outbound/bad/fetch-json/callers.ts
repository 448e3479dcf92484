import { fetchJson } from './fetch-json.js';

export const user = (id: string) => fetchJson(`https://id.example.com/users/${id}`, { method: 'GET' });

export const rename = (id: string, name: string) =>
  fetchJson(`https://id.example.com/users/${id}`, { method: 'PATCH', body: name, headers: { accept: 'application/json' } });
