import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';

export const settings = () =>
  createEnv({
    server: { SESSION_SECRET: z.string().min(32), NODE_ENV: z.string() },
    experimental__runtimeEnv: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' },
  });
