import Groq from 'groq-sdk';
import Together from 'together-ai';

// Both SDKs give up after one minute by themselves.
const groq = new Groq();

export const ask = (content: string) => groq.chat.completions.create({ model: 'llama-3.3-70b-versatile', messages: [{ role: 'user', content }] });

const together = new Together({ timeout: 20_000 });

export const complete = (prompt: string) => together.completions.create({ model: 'meta-llama/Llama-3-8b', prompt });
