import { z } from 'zod';

export const config = z.object({ DATABASE_URL: z.string(), SMTP_HOST: z.string() }).parse(process.env);
export const region = process.env.BILLING_ACCOUNT;
