import { NodeSDK } from '@opentelemetry/sdk-node';

new NodeSDK({ serviceName: 'orders' }).start();
export const started = true;
