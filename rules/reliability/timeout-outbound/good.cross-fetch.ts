import fetch, { fetch as namedFetch } from 'cross-fetch';
import isomorphicFetch from 'isomorphic-fetch';

export const one = () => fetch('https://partner.example.com/one', { signal: AbortSignal.timeout(5_000) });

export const two = () => namedFetch('https://partner.example.com/two', { signal: AbortSignal.timeout(5_000) });

export const three = () => isomorphicFetch('https://partner.example.com/three', { signal: AbortSignal.timeout(5_000) });
