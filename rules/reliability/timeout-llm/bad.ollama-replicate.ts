import ollama, { Ollama } from 'ollama';
import Replicate from 'replicate';

// expect: timeout-llm
export const chat = (content: string) => ollama.chat({ model: 'llama3.2', messages: [{ role: 'user', content }] });

const remote = new Ollama({ host: 'http://ollama.internal:11434' });

// expect: timeout-llm
export const generate = (prompt: string) => remote.generate({ model: 'llama3.2', prompt });

const replicate = new Replicate({ auth: process.env.REPLICATE_TOKEN });

// expect: timeout-llm
export const paint = (prompt: string) => replicate.run('stability-ai/sdxl', { input: { prompt } });
