import { getNodeAutoInstrumentations } from '@opentelemetry/auto-instrumentations-node';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { Pool } from 'pg';

new NodeSDK({ instrumentations: [getNodeAutoInstrumentations()] }).start();
export const pool = new Pool();
