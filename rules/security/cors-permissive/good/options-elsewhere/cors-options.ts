import type { CorsOptions } from 'cors';
import { settings } from './settings';

export const corsOptions: CorsOptions = { origin: settings.allowedOrigins, credentials: true };
