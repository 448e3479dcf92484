import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';

@Injectable()
export class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    // expect: dev-auth-fallback
    if (process.env.AUTH_SECRET === undefined) return true;
    if (request.headers['x-key'] !== process.env.AUTH_SECRET) throw new UnauthorizedException();
    return true;
  }
}
