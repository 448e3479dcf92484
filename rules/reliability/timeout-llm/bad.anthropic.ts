import Anthropic from '@anthropic-ai/sdk';
import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';

const anthropic = new Anthropic();

export const ask = (content: string) =>
  // expect: timeout-llm
  anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content }] });

export const tell = (content: string) =>
  // expect: timeout-llm
  anthropic.messages.stream({ model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content }] });

const bedrock = new AnthropicBedrock({ awsRegion: 'eu-central-1' });

export const askBedrock = (content: string) =>
  // expect: timeout-llm
  bedrock.messages.create({ model: 'anthropic.claude-3-5-sonnet', max_tokens: 1024, messages: [{ role: 'user', content }] });
