import { Pool } from 'pg';

const pool = new Pool();

// Every night, for all tenants.
export async function removeClosedTickets() {
  await pool.query("DELETE FROM tickets WHERE status = 'closed'");
}
