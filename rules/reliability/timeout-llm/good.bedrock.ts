import { BedrockRuntime, BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

const bedrock = new BedrockRuntimeClient({
  region: 'eu-central-1',
  requestHandler: new NodeHttpHandler({ connectionTimeout: 2_000, requestTimeout: 30_000, throwOnRequestTimeout: true }),
});

export const invoke = (modelId: string, body: string) => bedrock.send(new InvokeModelCommand({ modelId, body }));

const plain = new BedrockRuntimeClient({ requestHandler: { requestTimeout: 30_000, throwOnRequestTimeout: true } });

export const converse = (modelId: string) => plain.send(new ConverseCommand({ modelId, messages: [] }));

const aggregated = new BedrockRuntime({});

export const stream = (modelId: string) => aggregated.converseStream({ modelId, messages: [] }, { abortSignal: AbortSignal.timeout(30_000) });
