import cors from 'cors';
import express from 'express';
import jwt from 'jsonwebtoken';

const router = express.Router();

// Whoever was given the address of a webhook may call it from his own pages.
// expect: cors-permissive P2
router.use(cors({ origin: '*' }));
// expect: cors-permissive P2
router.use(cors({ origin: true }));
// A cookie has no business there.
// expect: cors-permissive P0
router.use(cors({ origin: true, credentials: true }));

router.post('/flows/:id', (request, response) => {
  response.json(jwt.verify(String(request.query.token), process.env.WEBHOOK_KEY!, { algorithms: ['HS256'] }));
});

export default router;
