import { answer } from '../lib/answer.js';

export const digest = (texts: string[]) => Promise.all(texts.map((text) => answer(text)));
