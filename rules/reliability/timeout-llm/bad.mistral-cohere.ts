import { Mistral } from '@mistralai/mistralai';
import { CohereClient, CohereClientV2 } from 'cohere-ai';

const mistral = new Mistral({ apiKey: process.env.MISTRAL_KEY ?? '' });

// expect: timeout-llm
export const complete = (content: string) => mistral.chat.complete({ model: 'mistral-small-latest', messages: [{ role: 'user', content }] });

// `timeout` is not what Mistral calls it.
const misnamed = new Mistral({ apiKey: 'k', timeout: 5_000 } as never);
// expect: timeout-llm
export const embed = (inputs: string[]) => misnamed.embeddings.create({ model: 'mistral-embed', inputs });

const cohere = new CohereClient({ token: process.env.COHERE_KEY });
// expect: timeout-llm
export const chat = (message: string) => cohere.chat({ message });

const second = new CohereClientV2({ token: process.env.COHERE_KEY });
// expect: timeout-llm
export const rank = (query: string, documents: string[]) => second.rerank({ model: 'rerank-v3.5', query, documents });
