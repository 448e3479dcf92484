import express from 'express';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import { createContext, createTRPCRouter } from './trpc';
import { postRouter } from './posts';

export const appRouter = createTRPCRouter({ post: postRouter });
const app = express();
// The one address of all of them is no finding of its own.
app.use('/trpc', createExpressMiddleware({ router: appRouter, createContext }));
app.listen(3000);
