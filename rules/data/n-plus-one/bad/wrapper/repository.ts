import { run } from './run';

export function ticketsOf(customerId: number) {
  return run<{ id: number }>('SELECT id FROM tickets WHERE customer_id = $1', [customerId]);
}

export function eventsOf(ticketId: number) {
  // expect: n-plus-one
  return run('SELECT kind, created_at FROM ticket_events WHERE ticket_id = $1', [ticketId]);
}
