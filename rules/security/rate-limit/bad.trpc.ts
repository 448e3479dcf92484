import express from 'express';
import { initTRPC } from '@trpc/server';
import { createExpressMiddleware } from '@trpc/server/adapters/express';

const t = initTRPC.create();
const appRouter = t.router({ first: t.procedure.query(() => 1), second: t.procedure.query(() => 2), third: t.procedure.mutation(() => 3) });
const app = express();
// One gap, however many procedures are behind it.
// expect: rate-limit
app.use('/trpc', createExpressMiddleware({ router: appRouter }));
app.listen(3000);
