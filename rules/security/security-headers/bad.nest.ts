import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
async function bootstrap() {
  // expect: security-headers P1
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
