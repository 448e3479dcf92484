import { Ollama } from 'ollama';
import Replicate from 'replicate';

const remote = new Ollama({
  host: 'http://ollama.internal:11434',
  fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(60_000) }),
});

export const generate = (prompt: string) => remote.generate({ model: 'llama3.2', prompt });

const replicate = new Replicate({ auth: process.env.REPLICATE_TOKEN });

export const paint = (prompt: string) => replicate.run('stability-ai/sdxl', { input: { prompt }, signal: AbortSignal.timeout(60_000) });
