import { type CanActivate, type ExecutionContext, Injectable, Module } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { JwtModule, JwtService } from '@nestjs/jwt';

@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({ secret: config.getOrThrow<string>('JWT_SECRET') }),
    }),
    JwtModule.register({ publicKey: process.env.JWT_PUBLIC_KEY, verifyOptions: { algorithms: ['RS256'] } }),
  ],
})
export class AuthModule {}

@Injectable()
export class OwnerGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const claims = await this.jwt.verifyAsync<{ role: string }>(request.headers.authorization.slice(7));
    return claims.role === 'owner';
  }
}
