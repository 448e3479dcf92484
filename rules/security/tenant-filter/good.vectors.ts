import { Pinecone } from '@pinecone-database/pinecone';
import { QdrantClient } from '@qdrant/js-client-rest';
import { ChromaClient } from 'chromadb';
import weaviate from 'weaviate-client';
import { MilvusClient } from '@zilliz/milvus2-sdk-node';
import { PineconeStore } from '@langchain/pinecone';
import { createClient } from '@supabase/supabase-js';
import { Pool } from 'pg';
import type { Request, Response } from 'express';

const index = new Pinecone().index(process.env.PINECONE_INDEX!);
const qdrant = new QdrantClient({ url: process.env.QDRANT_URL });
const milvus = new MilvusClient({ address: process.env.MILVUS_URL! });
const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);
const pool = new Pool();

export async function remember(req: Request, vector: number[], text: string) {
  await pool.query('INSERT INTO chunks (tenant_id, embedding, text) VALUES ($1, $2, $3)', [req.user.tenantId, vector, text]);
}

export async function answer(req: Request, res: Response, vector: number[], embeddings: never) {
  const { tenantId } = req.user;
  const a = await index.namespace(tenantId).query({ vector, topK: 5 });
  const a2 = await index.query({ vector, topK: 5, filter: { tenantId: { $eq: tenantId } } });
  const b = await qdrant.search('articles', { vector, limit: 5, filter: { must: [{ key: 'tenant_id', match: { value: tenantId } }] } });
  const chroma = await new ChromaClient().getCollection({ name: `articles-${tenantId}` });
  const c = await chroma.query({ queryEmbeddings: [vector], nResults: 5 });
  const client = await weaviate.connectToLocal();
  const d = await client.collections.get('Article').withTenant(tenantId).query.nearVector(vector, { limit: 5 });
  const e = await milvus.search({ collection_name: 'articles', data: [vector], limit: 5, filter: `tenant_id == "${tenantId}"` });
  const store = await PineconeStore.fromExistingIndex(embeddings, { pineconeIndex: index, namespace: tenantId });
  const f = await store.similaritySearch(req.body.question, 4);
  const g = store.asRetriever({ k: 4, filter: { tenantId } });
  const h = await supabase.rpc('match_documents', { query_embedding: vector, match_count: 5, filter: { tenant_id: tenantId } });
  const i = await pool.query('SELECT text FROM chunks WHERE tenant_id = $2 ORDER BY embedding <-> $1 LIMIT 5', [vector, tenantId]);
  res.json([a, a2, b, c, d, e, f, g, h, i]);
}
