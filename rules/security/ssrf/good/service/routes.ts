import { Router } from 'express';
import { download } from './download';

export const router = Router();
router.post('/import', async (req, res) => {
  const { source } = req.body;
  res.send(await download(source.name));
});
