import helmet from 'helmet';
import type { Application } from 'express';
export const secure = (app: Application) => app.use(helmet());
