import { BedrockRuntime, BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

const bedrock = new BedrockRuntimeClient({ region: 'eu-central-1', maxAttempts: 2 });

// expect: timeout-llm
export const invoke = (modelId: string, body: string) => bedrock.send(new InvokeModelCommand({ modelId, body }));

const connected = new BedrockRuntimeClient({ requestHandler: new NodeHttpHandler({ connectionTimeout: 2_000 }) });

// expect: timeout-llm
export const converse = (modelId: string) => connected.send(new ConverseCommand({ modelId, messages: [] }));

const aggregated = new BedrockRuntime({});

// expect: timeout-llm
export const stream = (modelId: string) => aggregated.converseStream({ modelId, messages: [] });
