import { CanActivate, Controller, ExecutionContext, Get, HttpException, HttpStatus, Injectable, Module, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';

@Injectable()
class AccountThrottlerGuard extends ThrottlerGuard {}

@Injectable()
class OwnLimit implements CanActivate {
  private readonly hits = new Map<string, number>();

  canActivate(context: ExecutionContext): boolean {
    const { ip } = context.switchToHttp().getRequest<{ ip: string }>();
    const count = (this.hits.get(ip) ?? 0) + 1;
    this.hits.set(ip, count);
    if (count > 10) throw new HttpException('Too many requests', HttpStatus.TOO_MANY_REQUESTS);
    return true;
  }
}

@UseGuards(AccountThrottlerGuard)
@Controller('auth')
class AuthController {
  @Post('login')
  login() {
    return true;
  }
}

@Controller('orders')
class OrdersController {
  @UseGuards(OwnLimit)
  @Get()
  list() {
    return [];
  }

  @Get('health')
  health() {
    return 'ok';
  }
}

@Module({ imports: [ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 100 }] })], controllers: [AuthController, OrdersController] })
class AppModule {}

void NestFactory.create(AppModule).then((app) => app.listen(3000));
