import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);
const app = express();

app.get('/contacts', async (req, res) => {
  const { data } = await supabase.from('contacts').select('*').ilike('name', `%${req.query.q}%`).or('archived.is.false,pinned.is.true');
  res.json(data);
});

app.get('/mine', async (req, res) => {
  const id = Number(req.query.id);
  const { data } = await supabase.from('contacts').select('*').or(`owner.eq.${id},shared.is.true`);
  res.json(data);
});

app.get('/match', async (req, res) => {
  const { data } = await supabase.rpc('search_contacts', { query: req.query.q, limit: 10 });
  res.json(data);
});
