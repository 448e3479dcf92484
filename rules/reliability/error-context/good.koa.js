// Koa makes an error with a status of each: a mistake of the client is told from a failure.
const Koa = require('koa');
const Router = require('koa-router');

const router = new Router();
router.post('/estimate', async (ctx) => {
  const { model, text } = ctx.request.body;
  if (!model) throw new Error('model is missing');
  if (!text) throw new Error('text is missing');
  if (text.length > 5000) throw new Error('text is too long');
  if (model === 'none') ctx.throw(400, 'no such model');
  ctx.body = await estimate(model, text);
});
router.get('/models', async (ctx) => {
  const answer = await fetch('https://models.example.com', { signal: AbortSignal.timeout(2000) });
  if (!answer.ok) throw new Error('models could not be fetched');
  if (answer.status === 204) throw new Error('there are no models');
  ctx.body = await answer.json();
});

async function estimate(model, text) {
  if (model === 'other') throw new Error('invalid model');
  return text.length;
}

const app = new Koa();
app.use(router.routes());
app.listen(3000);
