import Groq from 'groq-sdk';
import Together from 'together-ai';

const groq = new Groq();

// expect: timeout-llm
export const ask = (content: string) => groq.chat.completions.create({ model: 'llama-3.3-70b-versatile', messages: [{ role: 'user', content }] }, { timeout: 0 });

const together = new Together({ timeout: Infinity });

// expect: timeout-llm
export const complete = (prompt: string) => together.completions.create({ model: 'meta-llama/Llama-3-8b', prompt });
