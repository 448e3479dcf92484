import OpenAI, { AzureOpenAI } from 'openai';

const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY, maxRetries: 3 });

export async function summarise(text: string) {
  // expect: timeout-llm
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: `Summarise: ${text}` }],
  });
  return completion.choices[0]?.message.content;
}

// expect: timeout-llm
export const answer = (input: string) => openai.responses.create({ model: 'gpt-4o', input, stream: true });

// expect: timeout-llm
export const embed = (input: string) => openai.embeddings.create({ model: 'text-embedding-3-small', input });

const azure = new AzureOpenAI({ endpoint: process.env.AZURE_ENDPOINT, apiVersion: '2024-10-21' });

// expect: timeout-llm
export const picture = (prompt: string) => azure.images.generate({ prompt });

export class Assistant {
  private readonly client: OpenAI;

  constructor() {
    this.client = new OpenAI();
  }

  ask(threadId: string, assistant_id: string) {
    // expect: timeout-llm
    return this.client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  }
}
