import { type CanActivate, type ExecutionContext, Injectable, Module } from '@nestjs/common';
import { JwtModule, JwtService } from '@nestjs/jwt';

@Module({
  imports: [
    // expect: jwt-unverified P1
    JwtModule.register({ publicKey: process.env.JWT_PUBLIC_KEY }),
    // expect: jwt-unverified P1
    JwtModule.registerAsync({
      useFactory: () => ({ secret: process.env.JWT_SECRET, verifyOptions: { ignoreExpiration: true } }),
    }),
  ],
})
export class AuthModule {}

@Injectable()
export class OwnerGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    // expect: jwt-unverified P0
    const claims = this.jwt.decode<{ role: string }>(request.headers.authorization.slice(7));
    return claims.role === 'owner';
  }
}
