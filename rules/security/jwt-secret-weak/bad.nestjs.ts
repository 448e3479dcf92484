import { Injectable, Module } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { JwtModule, JwtService } from '@nestjs/jwt';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';

export const jwtConstants = { secret: 'DO NOT USE THIS VALUE' };

@Module({
  imports: [
    // expect: jwt-secret-weak P0
    JwtModule.register({ secret: jwtConstants.secret, signOptions: { expiresIn: '60s' } }),
    // expect: jwt-secret-weak P0
    JwtModule.registerAsync({
      inject: [ConfigService],
      useFactory: async (config: ConfigService) => ({ secret: config.get<string>('JWT_SECRET', 'secret') }),
    }),
  ],
})
export class AuthModule {}

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    // expect: jwt-secret-weak P0
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: jwtConstants.secret });
  }
}

@Injectable()
export class TokenService {
  constructor(private readonly jwt: JwtService) {}

  invite(email: string) {
    // expect: jwt-secret-weak P0
    return this.jwt.signAsync({ email }, { secret: 'invitations' });
  }
}
