import Anthropic from '@anthropic-ai/sdk';
import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';

const anthropic = new Anthropic({ timeout: 30_000 });

export const ask = (content: string) =>
  anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content }] });

const patient = new Anthropic();

export const tell = (content: string, signal: AbortSignal) =>
  patient.messages.stream({ model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content }] }, { signal });

const bedrock = new AnthropicBedrock({ awsRegion: 'eu-central-1', timeout: 30_000 });

export const askBedrock = (content: string) =>
  bedrock.messages.create({ model: 'anthropic.claude-3-5-sonnet', max_tokens: 1024, messages: [{ role: 'user', content }] });
