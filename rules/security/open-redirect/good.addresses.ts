import type { Request, Response } from 'express';

const ROUTES = { projects: '/[workspace]/projects', settings: '/[workspace]/settings' };

function fill(pattern: string, params: Record<string, string>): string {
  return pattern.replace(/\[(\w+)\]/g, (_, key: string) => params[key]!);
}

export function projects(req: Request, res: Response) {
  // ok: open-redirect
  res.redirect(fill(ROUTES.projects, { workspace: req.params.workspace }));
}

export function lowerCase(req: Request, res: Response) {
  const path = req.path.replace(`/${req.params.name}`, () => `/${req.params.name.toLowerCase()}`);
  // ok: open-redirect
  res.redirect(path);
}

export function keepQuery(req: Request, res: Response, target: { url: string }) {
  const { search } = new URL(req.originalUrl, 'https://example.com');
  // ok: open-redirect
  res.redirect(target.url + search);
}

export function toCommandLine(req: Request, res: Response) {
  const { next } = req.query as { next: string };
  let url = '/login';
  // A port must follow: with an `@` behind it, the host would be a name and a password.
  if (next && next.startsWith('http://127.0.0.1:') && !next.includes('@')) {
    url = next;
  }
  // ok: open-redirect
  res.redirect(`${url}?done=1`);
}
