'use client';
// The key that it was built with is for itself alone.
export const load = (name) => fetch(`/api/${name}`, { headers: { 'X-API-Key': process.env.NEXT_PUBLIC_API_KEY || '' } });
