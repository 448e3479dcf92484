import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);
const app = express();

app.get('/contacts', async (req, res) => {
  const term = req.query.q;
  // expect: sql-injection P1
  const { data } = await supabase.from('contacts').select('*').or(`name.ilike.%${term}%,email.ilike.%${term}%`);
  res.json(data);
});

app.get('/report', async (req, res) => {
  // expect: sql-injection P0
  const { data } = await supabase.rpc('exec_sql', { query: `select * from contacts where city = '${req.query.city}'` });
  res.json(data);
});
