import { HttpService } from '@nestjs/axios';
import { lastValueFrom, map } from 'rxjs';
import axios from 'axios';
import { got } from 'got';

interface Account {
  id: string;
  refreshToken: string;
}

let cached: string | undefined;

export async function memoryOnly(account: Account): Promise<string | undefined> {
  if (cached === undefined) {
    // expect: token-refresh
    const { data } = await axios.post('https://idp.example/oauth/token', { grant_type: 'refresh_token', refresh_token: account.refreshToken });
    cached = data.access_token;
  }
  return cached;
}

export async function form(account: Account): Promise<string> {
  const body = new URLSearchParams();
  body.append('grant_type', 'refresh_token');
  body.append('refresh_token', account.refreshToken);
  // expect: token-refresh
  const response = await fetch('https://idp.example/oauth/token', { method: 'POST', body });
  const tokens = (await response.json()) as { access_token: string };
  return tokens.access_token;
}

export async function text(account: Account): Promise<string> {
  // expect: token-refresh
  const { access_token: token } = await got.post('https://idp.example/oauth/token', { body: `grant_type=refresh_token&refresh_token=${account.refreshToken}` }).json<{ access_token: string }>();
  return token;
}

// Whose tokens they are is told by the issuer itself.
export async function discovered(issuer: { token_endpoint: string }, refreshToken: string): Promise<string> {
  // expect: token-refresh P3
  const response = await fetch(issuer.token_endpoint, { method: 'POST', body: JSON.stringify({ grant_type: 'refresh_token', refresh_token: refreshToken }) });
  const answer = await response.json();
  return answer.access_token;
}

export class Connections {
  constructor(private readonly http: HttpService) {}

  async piped(account: Account): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: account.refreshToken });
    // expect: token-refresh
    const token$ = this.http.post('https://idp.example/oauth/token', body).pipe(map((response) => response.data.access_token));
    return await lastValueFrom(token$);
  }
}
