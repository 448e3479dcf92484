import { Router } from 'express';
import * as repository from './repository';

export const router = Router();

router.get('/:id/timeline', async (req, res) => {
  const tickets = await repository.ticketsOf(Number(req.params.id));
  const timeline = [];
  for (const ticket of tickets) {
    timeline.push({ ticket, events: await repository.eventsOf(ticket.id) });
  }
  res.json(timeline);
});
