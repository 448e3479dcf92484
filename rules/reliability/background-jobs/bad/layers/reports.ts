import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();

async function ask(prompt: string) {
  const message = await client.messages.create({ model: 'claude-sonnet-4', max_tokens: 1_000, messages: [{ role: 'user', content: prompt }] });
  return message.content[0].type === 'text' ? message.content[0].text : '';
}

export async function writeReport(input: { notes: string }) {
  const facts = await ask(`List the facts: ${input.notes}`);
  // expect: background-jobs P1
  return ask(`Write a report of: ${facts}`);
}
