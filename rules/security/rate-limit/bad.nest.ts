import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { SkipThrottle, ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';

@Controller('auth')
class AuthController {
  @Post('login')
  login(@Body() body: { name: string }) {
    return body.name;
  }

  @SkipThrottle()
  // expect: rate-limit P1
  @Post('verify')
  verify() {
    return true;
  }
}

@SkipThrottle()
@Controller('reports')
class ReportsController {
  // expect: rate-limit P1
  @Get()
  list() {
    return [];
  }

  @SkipThrottle({ default: false })
  @Get('large')
  large() {
    return [];
  }
}

@Module({
  imports: [ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 100 }] })],
  controllers: [AuthController, ReportsController],
  providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
})
class AppModule {}

void NestFactory.create(AppModule).then((app) => app.listen(3000));
