import express from 'express';

export function routes(options: { base: string }) {
  const router = express.Router();
  router.get('/callback', (req, res) => {
    let target = options.base;
    const address = req.query.address as string;
    if (address) {
      try {
        const origin = new URL(address).origin;
        const own = new URL(options.base).origin;
        if (origin === own) target = address;
      } catch {
        // It stays what it was.
      }
    }
    res.redirect(target);
  });
  return router;
}
