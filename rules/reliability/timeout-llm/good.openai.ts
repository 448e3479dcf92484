import OpenAI, { AzureOpenAI } from 'openai';

const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY, timeout: 30_000, maxRetries: 1 });

export async function summarise(text: string) {
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: `Summarise: ${text}` }],
  });
  return completion.choices[0]?.message.content;
}

const patient = new OpenAI();

export const answer = (input: string) => patient.responses.create({ model: 'gpt-4o', input }, { timeout: 20_000 });

export const embed = (input: string) =>
  patient.embeddings.create({ model: 'text-embedding-3-small', input }, { signal: AbortSignal.timeout(10_000) });

const quick = patient.withOptions({ timeout: 5_000 });

export const classify = (content: string) =>
  quick.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content }] });

const azure = new AzureOpenAI({ endpoint: process.env.AZURE_ENDPOINT, apiVersion: '2024-10-21', timeout: 30_000 });

export const picture = (prompt: string) => azure.images.generate({ prompt });

// Not calls of a model.
export const models = () => patient.models.list();
export const upload = (file: File) => patient.files.create({ file, purpose: 'assistants' });
