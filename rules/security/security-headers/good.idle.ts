import express from 'express';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaFactory } from '@nestjs/graphql';
import { SchemaModule } from './schema.module';

/** Made for its parts; it never listens. */
export async function printSchema() {
  // ok: security-headers
  const app = await NestFactory.create(SchemaModule);
  await app.init();
  const factory = app.get(GraphQLSchemaFactory);
  console.log(await factory.create([]));
}

/** Only probes ask it anything. */
// ok: security-headers
const probes = express();
probes.get('/healthz', (_req, res) => { res.send('ok'); });
probes.get('/ready', (_req, res) => { res.send('ok'); });
probes.listen(9000);

// Collectors of metrics and balancers are all that ask.
const collected = express();
collected.use('/metrics', metricsRouter);
collected.listen(9100);

const balanced = express();
balanced.post('/state/up', (_req, res) => res.sendStatus(204));
balanced.post('/state/maint', (_req, res) => res.sendStatus(204));
balanced.listen(3048);
