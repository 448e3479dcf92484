import { Router } from 'express';
import { requireUser } from './guard';
import { removeNote } from './notes';

export const router = Router();
router.use(requireUser);
router.delete('/notes/:id', async (req, res) => {
  await removeNote(req.params.id);
  res.sendStatus(204);
});
