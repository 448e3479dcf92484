import express from 'express';
import mongoose from 'mongoose';
import { Client } from 'pg';
import postgres from 'postgres';
import { createClient, type RedisClientType } from 'redis';

const app = express();

// A model keeps its connection.
let organizations: mongoose.Model<{ name: string }> | undefined;
async function connectOnce() {
  if (organizations) return;
  const connection = await mongoose.createConnection('mongodb://core');
  organizations = connection.model('organizations', new mongoose.Schema({ name: String }));
}

// What is made of the client goes into a collection.
class Reference {
  constructor(readonly sql: postgres.Sql, private readonly onClose: () => void) {}
  close() {
    this.onClose();
  }
}
const references = new Map<string, Reference>();
function referenceOf(address: string) {
  let existing = references.get(address);
  if (existing === undefined) {
    const sql = postgres(address, { max: 10 });
    existing = new Reference(sql, () => references.delete(address));
    references.set(address, existing);
  }
  return existing;
}

const instances: Record<string, RedisClientType | null> = {};
async function instanceOf(name: string) {
  if (instances[name]) return instances[name];
  const client = createClient({ url: 'redis://cache' });
  client.on('error', console.error);
  await client.connect();
  instances[name] = client as RedisClientType;
  return instances[name];
}

// A client for the server that a setting of the tenant names.
async function migrate(settings: { connectionString?: string }) {
  const { connectionString } = settings;
  const options = { connectionString, connectionTimeoutMillis: 60_000 };
  const client = new Client(options);
  await client.connect();
  await client.query('SELECT 1');
  await client.end();
}

app.get('/organizations', async (req, res) => {
  await connectOnce();
  const cache = await instanceOf('default');
  await migrate({ connectionString: String(req.headers['x-database']) });
  res.json({ found: await organizations?.find(), rows: await referenceOf('postgres://app').sql`SELECT 1`, cached: await cache?.get('organizations') });
});

app.listen(3000);
