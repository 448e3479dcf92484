import fetch, { fetch as namedFetch } from 'cross-fetch';
import isomorphicFetch from 'isomorphic-fetch';

// expect: timeout-outbound
export const one = () => fetch('https://partner.example.com/one');

// expect: timeout-outbound
export const two = () => namedFetch('https://partner.example.com/two');

// expect: timeout-outbound
export const three = () => isomorphicFetch('https://partner.example.com/three');
