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
  const { tenantId } = req.user;
  const query = { bool: { must: [{ match: { body: term } }], filter: [{ term: { 'tenant_id.keyword': tenantId } }] } };
  const a = await elastic.search({ index: 'tickets', query });
  const a2 = await elastic.search({ index: `tickets-${tenantId}`, query: { match: { body: term } } });
  const b = await open.search({ index: 'tickets', body: { query } });
  const c = await meili.index('tickets').search(term, { filter: [`tenant_id = "${tenantId}"`] });
  const d = await typesense.collections('tickets').documents().search({ q: term, query_by: 'body', filter_by: `tenant_id:=${tenantId}` });
  const e = await algolia.searchSingleIndex({ indexName: 'tickets', searchParams: { query: term, filters: `tenant_id:"${tenantId}"` } });
  res.json([a, a2, b, c, d, e]);
}
