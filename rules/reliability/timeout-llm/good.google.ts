import { VertexAI } from '@google-cloud/vertexai';
import { GoogleGenAI } from '@google/genai';
import { GoogleGenerativeAI } from '@google/generative-ai';

const genAI = new GoogleGenerativeAI(process.env.GEMINI_KEY ?? '');
const model = genAI.getGenerativeModel({ model: 'gemini-2.0-flash' }, { timeout: 20_000 });

export const generate = (prompt: string) => model.generateContent(prompt);

const chat = model.startChat({ history: [] });

export const reply = (message: string) => chat.sendMessage(message);

const slow = genAI.getGenerativeModel({ model: 'gemini-2.0-pro' });

export const long = (prompt: string) => slow.generateContent(prompt, { signal: AbortSignal.timeout(60_000) });

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_KEY, httpOptions: { timeout: 20_000 } });

export const stream = (contents: string) => ai.models.generateContentStream({ model: 'gemini-2.0-flash', contents, config: { temperature: 0 } });

const bare = new GoogleGenAI({ apiKey: process.env.GEMINI_KEY });

export const once = (contents: string) =>
  bare.models.generateContent({ model: 'gemini-2.0-flash', contents, config: { abortSignal: AbortSignal.timeout(20_000) } });

export async function talk(message: string) {
  const conversation = bare.chats.create({ model: 'gemini-2.0-flash', config: { httpOptions: { timeout: 20_000 } } });
  return conversation.sendMessage({ message });
}

const vertex = new VertexAI({ project: 'p', location: 'europe-west4' });

export async function onVertex(prompt: string) {
  const generative = vertex.getGenerativeModel({ model: 'gemini-2.0-flash' }, { timeout: 20_000 });
  return generative.generateContent(prompt);
}
