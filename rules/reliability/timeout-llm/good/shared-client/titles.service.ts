import OpenAI from 'openai';
import { openai } from './ai/index.js';

export class Titles {
  constructor(private readonly llm: OpenAI) {}

  suggest(content: string) {
    return this.llm.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content }] });
  }
}

export const titles = new Titles(openai);
