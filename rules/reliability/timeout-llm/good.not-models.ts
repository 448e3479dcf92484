// Methods that are called like those of models and are none.
import { defineTool } from './tools.js';

const tool = defineTool({ name: 'clock' });

export const run = () => tool.invoke({ zone: 'UTC' });

export const pages = (reader: { stream(page: number): AsyncIterable<string> }) => reader.stream(1);

export class Prompts {
  generate(name: string) {
    return `Hello, ${name}`;
  }

  greet() {
    return this.generate('you');
  }
}
