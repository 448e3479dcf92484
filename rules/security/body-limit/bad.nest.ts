import { NestFactory } from '@nestjs/core';
import bodyParser from 'body-parser';
import { AppModule } from './app.module';

const large = ['/v1/events', '/v1/layouts'];

export async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  // expect: body-limit P3
  app.use(large, bodyParser.json({ limit: '20mb' }));
  // expect: body-limit P1
  app.use(bodyParser.json({ limit: '20mb' }));
  await app.listen(3000);
}
