import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { useQuery } from '@tanstack/react-query';
import express from 'express';
import winston from 'winston';

const apollo = new ApolloClient({ cache: new InMemoryCache() });
const logger = winston.createLogger();
const app = express();

/** What is called query and execute here has nothing to do with SQL. */
app.get('/logs', (req, res) => {
  logger.query({ from: new Date(), fields: ['message'], start: Number(req.query.start) }, (error, results) => res.json(results));
});

app.get('/graph', async (req, res) => {
  const result = await apollo.query({ query: gql`query Select($id: ID!) { order(id: $id) { id } }`, variables: { id: req.query.id } });
  res.json(result.data);
});

app.get('/params', (req, res) => {
  const params = new URLSearchParams();
  params.append('update', String(req.query.name));
  const cache = new Map<string, string>();
  res.json(cache.get(`select:${req.query.name}`));
});

export function Orders({ id }: { id: string }) {
  const { data } = useQuery({ queryKey: ['orders', id], queryFn: () => fetch(`/orders/${id}`).then((answer) => answer.json()) });
  const node = document.querySelector(`select[name="${id}"]`);
  return <pre>{JSON.stringify([data, node?.id])}</pre>;
}
