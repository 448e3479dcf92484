import axios from 'axios';
import MockAdapter from 'axios-mock-adapter';
import { MongoMemoryServer } from 'mongodb-memory-server';
import nock from 'nock';

export const api = axios.create({ baseURL: 'https://api.acme.io', timeout: 1000 });
// expect: mock-data
const mock = new MockAdapter(api);
mock.onGet('/rates').reply(200, { eur: 1 });

export async function connect() {
  // expect: mock-data
  const server = await MongoMemoryServer.create();
  return server.getUri();
}
// expect: mock-data
nock('https://pay.acme.io').post('/charge').reply(200);
