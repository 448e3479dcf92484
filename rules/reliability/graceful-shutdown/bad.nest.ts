import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  // expect: graceful-shutdown
  await app.listen(3000);
}

bootstrap();
