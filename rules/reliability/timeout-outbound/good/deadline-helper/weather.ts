import { deadline, withDeadline } from './deadline.js';

export const today = () => fetch('https://weather.example.com/today', { signal: deadline(2_000) });

export const week = () => fetch('https://weather.example.com/week', withDeadline());

export const save = (body: string) => fetch('https://weather.example.com/notes', withDeadline({ method: 'POST', body }));
