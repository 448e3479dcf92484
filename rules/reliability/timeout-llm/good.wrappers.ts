import OpenAI from 'openai';
import CircuitBreaker from 'opossum';
import pTimeout from 'p-timeout';

const openai = new OpenAI();

export const bounded = (input: string) => pTimeout(openai.responses.create({ model: 'gpt-4o', input }), { milliseconds: 20_000 });

const answer = (input: string) => openai.responses.create({ model: 'gpt-4o', input });

export const breaker = new CircuitBreaker(answer, { timeout: 20_000 });

export const raced = (input: string) =>
  Promise.race([
    openai.responses.create({ model: 'gpt-4o', input }),
    new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('too slow')), 20_000)),
  ]);
