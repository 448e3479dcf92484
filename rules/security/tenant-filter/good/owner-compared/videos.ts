import { PrismaClient } from '@prisma/client';
import { Router, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { verify } from './tokens.js';

const prisma = new PrismaClient();
export const router = Router();

router.use((req: Request, _res: Response, next: NextFunction) => {
  req.userId = verify(req.headers.authorization).sub;
  next();
});

// Read first, and refused unless it is the caller's own.
router.patch('/videos/:id', async (req, res) => {
  const video = await prisma.video.findUnique({ where: { id: req.params.id } });
  if (!video || video.ownerId !== req.user.id) throw new Error('not yours');
  await prisma.video.update({ where: { id: req.params.id }, data: { title: req.body.title } });
  res.sendStatus(204);
});

// The program has put on the request who is calling.
router.get('/videos', async (req, res) => {
  res.json(await prisma.video.findMany({ where: { ownerId: req.userId } }));
});

// What belongs to a row that was read for the caller.
router.delete('/videos/:id/captions', async (req, res) => {
  const video = await prisma.video.findFirst({ where: { id: req.params.id, ownerId: req.user.id } });
  if (video === null) return res.sendStatus(404);
  await prisma.caption.deleteMany({ where: { videoId: req.params.id } });
  return res.sendStatus(204);
});

// Whoever holds the link of an invitation has no tenant yet.
router.get('/invites/:id', async (req, res) => {
  res.json(await prisma.organizationInvite.findUnique({ where: { id: req.params.id } }));
});

// The caller's own id, checked and converted on the way.
router.get('/profile', async (req, res) => {
  const { data: userId } = z.string().uuid().safeParse(req.user.id);
  res.json(await prisma.video.findMany({ where: { ownerId: userId } }));
});

router.get('/drafts', async (req, res) => {
  res.json(await prisma.video.findMany({ where: { ownerId: String(req.user.id), status: 'draft' } }));
});

// What the client lists is held against the row that was read for the tenant.
router.post('/playlists/:id/remove', async (req, res) => {
  const { items } = req.body;
  const playlist = await prisma.playlist.findFirst({ where: { id: req.params.id, organizationId: req.user.organizationId }, include: { videos: true } });
  for (const item of items) {
    if (!playlist?.videos.some((video) => video.id === item.videoId)) throw new Error('not in the playlist');
  }
  await prisma.$transaction(async (tx) => {
    for (const item of items) {
      await tx.video.update({ where: { id: item.videoId }, data: { title: item.title } });
    }
  });
  res.sendStatus(204);
});
