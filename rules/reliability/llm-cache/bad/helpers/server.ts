import Fastify from 'fastify';
import { QdrantClient } from '@qdrant/js-client-rest';
import { languageOf, vectorOf } from './models';

const qdrant = new QdrantClient({ url: 'https://qdrant.example.com' });
const app = Fastify();

app.get<{ Querystring: { q: string } }>('/search', async (request) => qdrant.search('articles', { vector: await vectorOf(request.query.q), limit: 5 }));
app.post<{ Body: { text: string } }>('/language', async (request) => ({ code: await languageOf(request.body.text) }));
