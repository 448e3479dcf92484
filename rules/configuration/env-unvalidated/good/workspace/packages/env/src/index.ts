import { z } from 'zod';

export const env = z.object({ QUEUE_URL: z.string() }).parse(process.env);
