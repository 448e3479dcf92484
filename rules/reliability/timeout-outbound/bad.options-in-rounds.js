import axios from 'axios';

// Each line holds all lines before it: there are more ways back than anybody can walk, and one of them is enough.
export async function search(filters) {
  let options = { headers: {} };
  if (filters.a) options = { ...options, a: filters.a };
  if (filters.b) options = { ...options, b: filters.b };
  if (filters.c) options = { ...options, c: filters.c };
  if (filters.d) options = { ...options, d: filters.d };
  if (filters.e) options = { ...options, e: filters.e };
  if (filters.f) options = { ...options, f: filters.f };
  if (filters.g) options = { ...options, g: filters.g };
  if (filters.h) options = { ...options, h: filters.h };
  if (filters.i) options = { ...options, i: filters.i };
  if (filters.j) options = { ...options, j: filters.j };
  if (filters.k) options = { ...options, k: filters.k };
  if (filters.l) options = { ...options, l: filters.l };
  if (filters.m) options = { ...options, m: filters.m };
  if (filters.n) options = { ...options, n: filters.n };
  // expect: timeout-outbound
  return axios.get('https://api.partner.example/search', options);
}
