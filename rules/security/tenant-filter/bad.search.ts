import { Client } from '@elastic/elasticsearch';
import { Client as OpenSearch } from '@opensearch-project/opensearch';
import { MeiliSearch } from 'meilisearch';
import Typesense from 'typesense';
import { algoliasearch } from 'algoliasearch';
import { Pool } from 'pg';
import type { Request, Response } from 'express';

const elastic = new Client({ node: process.env.ELASTIC_URL });
const open = new OpenSearch({ node: process.env.OPENSEARCH_URL });
const meili = new MeiliSearch({ host: process.env.MEILI_URL! });
const typesense = new Typesense.Client({ nodes: [], apiKey: process.env.TYPESENSE_KEY! });
const algolia = algoliasearch(process.env.ALGOLIA_ID!, process.env.ALGOLIA_KEY!);
const pool = new Pool();

export async function add(req: Request) {
  await pool.query('INSERT INTO tickets (tenant_id, body) VALUES ($1, $2)', [req.user.tenantId, req.body.text]);
}

export async function search(req: Request, res: Response) {
  const term = String(req.query.q);
  // expect: tenant-filter
  const a = await elastic.search({ index: 'tickets', query: { match: { body: term } } });
  // expect: tenant-filter
  const b = await open.search({ index: 'tickets', body: { query: { match: { body: term } } } });
  // expect: tenant-filter
  const c = await meili.index('tickets').search(term, { limit: 10 });
  // expect: tenant-filter
  const d = await typesense.collections('tickets').documents().search({ q: term, query_by: 'body' });
  // expect: tenant-filter
  const e = await algolia.searchSingleIndex({ indexName: 'tickets', searchParams: { query: term } });
  res.json([a, b, c, d, e]);
}
