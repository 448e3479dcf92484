import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { WebSocketGateway } from '@nestjs/websockets';
import { AppModule } from './app.module';

// expect: cors-permissive P1
@WebSocketGateway(3001, { cors: { origin: '*' } })
export class NewsGateway {}

async function bootstrap() {
  const app = await NestFactory.create<NestExpressApplication>(AppModule);
  app.useGlobalGuards(new (AuthGuard('jwt'))());
  // expect: cors-permissive P0
  app.enableCors({ origin: true, credentials: true });
  await app.listen(3000);
}

async function bootstrapAdmin() {
  // expect: cors-permissive P1
  const admin = await NestFactory.create(AppModule, { cors: true });
  // expect: cors-permissive P1
  admin.enableCors();
  await admin.listen(3001);
}

void bootstrap();
void bootstrapAdmin();
