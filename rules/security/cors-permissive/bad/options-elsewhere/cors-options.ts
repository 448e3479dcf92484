import type { CorsOptions } from 'cors';

const shared = { methods: ['GET', 'POST'], credentials: true };

export const corsOptions: CorsOptions = { ...shared, origin: true };
