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

// Only while developing; in production a list is used.
export async function staged(isProduction: boolean) {
  const app = await NestFactory.create(AppModule);
  if (isProduction) {
    app.enableCors({ origin: ['https://app.example.com'], credentials: true });
  } else {
    // ok: cors-permissive
    app.enableCors({ origin: true, credentials: true });
  }
}
