import { fetchJson, fetchText } from './fetch-json.js';

export const user = (id: string) => fetchJson(`https://id.example.com/users/${id}`, { signal: AbortSignal.timeout(2_000) });

export const rename = (id: string, name: string) =>
  fetchJson(`https://id.example.com/users/${id}`, { method: 'PATCH', body: name, signal: AbortSignal.timeout(5_000) });

export const terms = () => fetchText('https://www.example.com/terms', { signal: AbortSignal.timeout(2_000) });
