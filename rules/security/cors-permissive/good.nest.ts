import { NestFactory } from '@nestjs/core';
import { ConfigService } from '@nestjs/config';
import { AuthGuard } from '@nestjs/passport';
import { WebSocketGateway } from '@nestjs/websockets';
import { AppModule } from './app.module';

@WebSocketGateway({ cors: { origin: ['https://app.example.com'], credentials: true } })
export class NewsGateway {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { cors: false, bufferLogs: true });
  app.useGlobalGuards(new (AuthGuard('jwt'))());
  const config = app.get(ConfigService);
  app.enableCors({ origin: config.getOrThrow<string>('CORS_ORIGINS').split(','), credentials: true });
  await app.listen(3000);
}

void bootstrap();
