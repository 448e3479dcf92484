import { Mistral } from '@mistralai/mistralai';
import { CohereClient, CohereClientV2 } from 'cohere-ai';

const mistral = new Mistral({ apiKey: process.env.MISTRAL_KEY ?? '', timeoutMs: 20_000 });

export const complete = (content: string) => mistral.chat.complete({ model: 'mistral-small-latest', messages: [{ role: 'user', content }] });

const bare = new Mistral({ apiKey: process.env.MISTRAL_KEY ?? '' });

export const embed = (inputs: string[]) => bare.embeddings.create({ model: 'mistral-embed', inputs }, { timeoutMs: 10_000 });

export const stream = (content: string) =>
  bare.chat.stream({ model: 'mistral-small-latest', messages: [{ role: 'user', content }] }, { fetchOptions: { signal: AbortSignal.timeout(30_000) } });

const cohere = new CohereClient({ token: process.env.COHERE_KEY });
export const chat = (message: string) => cohere.chat({ message }, { timeoutInSeconds: 20 });

const second = new CohereClientV2({ token: process.env.COHERE_KEY, timeoutInSeconds: 20 });
export const rank = (query: string, documents: string[]) => second.rerank({ model: 'rerank-v3.5', query, documents });
