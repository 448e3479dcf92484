import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
class AuthService {
  constructor(private readonly jwt: JwtService, private readonly users: { find(id: string): Promise<object> }) {}

  signIn(id: string) {
    return { accessToken: this.jwt.sign({ id }) };
  }

  // Of a token that the mutation around it has just signed.
  userOf(token: string) {
    const { id } = this.jwt.decode(token) as { id: string };
    return this.users.find(id);
  }
}

@Resolver('Auth')
export class AuthResolver {
  constructor(private readonly auth: AuthService) {}

  @Mutation('login')
  login() {
    return this.auth.signIn('1');
  }

  @ResolveField('user')
  user(@Parent() auth: { accessToken: string }) {
    return this.auth.userOf(auth.accessToken);
  }
}
