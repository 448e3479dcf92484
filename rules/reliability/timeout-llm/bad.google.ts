import { VertexAI } from '@google-cloud/vertexai';
import { GoogleGenAI } from '@google/genai';
import { GoogleGenerativeAI } from '@google/generative-ai';

const genAI = new GoogleGenerativeAI(process.env.GEMINI_KEY ?? '');
const model = genAI.getGenerativeModel({ model: 'gemini-2.0-flash' });

// expect: timeout-llm
export const generate = (prompt: string) => model.generateContent(prompt);

const chat = model.startChat({ history: [] });

// expect: timeout-llm
export const reply = (message: string) => chat.sendMessage(message);

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_KEY });

// expect: timeout-llm
export const stream = (contents: string) => ai.models.generateContentStream({ model: 'gemini-2.0-flash', contents, config: { temperature: 0 } });

const vertex = new VertexAI({ project: 'p', location: 'europe-west4' });

export async function onVertex(prompt: string) {
  const generative = vertex.getGenerativeModel({ model: 'gemini-2.0-flash' });
  // expect: timeout-llm
  return generative.generateContent(prompt);
}
