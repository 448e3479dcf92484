import { Logger as NestLogger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger, LoggerModule } from 'nestjs-pino';
@Module({ imports: [LoggerModule.forRoot({ pinoHttp: { level: 'info' } })] })
class AppModule {}
const log = new NestLogger('orders');
async function bootstrap() {
  const app = await NestFactory.create(AppModule, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  log.warn('no cache is set');
  await app.listen(3000);
}
bootstrap();
