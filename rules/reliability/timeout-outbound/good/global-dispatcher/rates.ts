import { request } from 'undici';

export async function latest() {
  const response = await fetch('https://rates.example.com/latest');
  return response.json();
}

export const history = () => request('https://rates.example.com/history');
