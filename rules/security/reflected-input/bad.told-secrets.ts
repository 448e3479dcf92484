import express from 'express';

const router = express.Router();
const VERIFY_TOKEN = process.env.VERIFY_TOKEN;

// Low confidence.
router.get('/webhook', (req, res) => {
  if (req.query['hub.verify_token'] === VERIFY_TOKEN) {
    // expect: reflected-input
    res.send(req.query['hub.challenge']);
  } else {
    res.sendStatus(403);
  }
});

router.get('/page', (req, res) => {
  if (req.query.mode === 'subscribe') {
    // expect: reflected-input
    res.send(`<p>${req.query.name}</p>`);
  } else {
    res.sendStatus(400);
  }
});

export default router;
