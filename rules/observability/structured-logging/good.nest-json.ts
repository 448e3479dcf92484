import { ConsoleLogger, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
@Module({})
class AppModule {}
const logger = new Logger('start');
async function bootstrap() {
  const app = await NestFactory.create(AppModule, { logger: new ConsoleLogger({ json: true }) });
  logger.warn('no cache is set');
  await app.listen(3000);
}
bootstrap();
