import { NestFactory } from '@nestjs/core';
import helmet from 'helmet';
import { AppModule } from './app.module.js';
const app = await NestFactory.create(AppModule);
app.use(helmet());
