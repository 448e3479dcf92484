import type { Request, Response } from 'express';

export function toCommandLine(req: Request, res: Response) {
  const { next } = req.query as { next: string };
  if (!next.startsWith('http://127.0.0.1:')) return res.sendStatus(400);
  // http://127.0.0.1:x@evil.example
  // expect: open-redirect
  return res.redirect(next);
}

export function wholeAddress(req: Request, res: Response) {
  const target = new URL(String(req.query.to));
  // expect: open-redirect
  res.redirect(target.href + target.search);
}
