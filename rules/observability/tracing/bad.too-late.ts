// expect-project: tracing
import express from 'express';
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK({ serviceName: 'orders' });
sdk.start();

const app = express();
app.get('/orders', (req, res) => res.json([]));
app.listen(3000);
