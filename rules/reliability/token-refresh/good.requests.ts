import { HttpService } from '@nestjs/axios';
import got from 'got';
import axios from 'axios';
import { catchError, firstValueFrom, lastValueFrom, map, retry, throwError } from 'rxjs';
import { saveTokens } from './store.js';

interface Account {
  id: string;
  accessToken: string;
  refreshToken: string;
}

export async function stored(account: Account): Promise<string> {
  // ok: token-refresh
  const { data } = await axios.post('https://idp.example/oauth/token', { grant_type: 'refresh_token', refresh_token: account.refreshToken });
  account.accessToken = data.access_token;
  account.refreshToken = data.refresh_token ?? account.refreshToken;
  await saveTokens(account);
  return data.access_token;
}

export async function destructured(account: Account): Promise<void> {
  const params = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: account.refreshToken });
  // ok: token-refresh
  const response = await fetch('https://idp.example/oauth/token', { method: 'POST', body: params });
  const { access_token, refresh_token: next } = await response.json();
  await saveTokens({ ...account, accessToken: access_token, refreshToken: next });
}

// Handed on whole: whoever gets it may store it.
export async function handedOn(account: Account): Promise<unknown> {
  const { data } = await axios.post('https://idp.example/oauth/token', { grant_type: 'refresh_token', refresh_token: account.refreshToken });
  return data;
}

// The first tokens, and no refresh.
export async function firstTokens(code: string): Promise<string> {
  const { data } = await axios.post('https://idp.example/oauth/token', { grant_type: 'authorization_code', code });
  return data.access_token;
}

// Google's refresh tokens stay as they are.
export async function googleToken(account: Account): Promise<string> {
  const { data } = await axios.post('https://oauth2.googleapis.com/token', { grant_type: 'refresh_token', refresh_token: account.refreshToken });
  return data.access_token;
}

// Read as text, then parsed.
export async function parsed(account: Account): Promise<void> {
  const form = { grant_type: 'refresh_token', refresh_token: account.refreshToken };
  let text: string;
  try {
    // ok: token-refresh
    const response = await fetch('https://idp.example/oauth/token', { method: 'POST', body: new URLSearchParams(form).toString() });
    text = await response.text();
  } catch (error) {
    throw new Error(`no answer: ${String(error)}`);
  }
  const data = JSON.parse(text);
  await saveTokens({ ...account, accessToken: data.access_token, refreshToken: data.refresh_token });
}

// Dropbox's too, asked by a client that knows the address.
const dropbox = () => got.extend({ prefixUrl: 'https://api.dropboxapi.com/oauth2' });

export async function dropboxToken(refreshToken: string): Promise<string> {
  const answer = await dropbox()
    .post('token', { form: { refresh_token: refreshToken, grant_type: 'refresh_token' } })
    .json<{ access_token: string }>();
  return answer.access_token;
}

export class Connections {
  constructor(private readonly http: HttpService) {}

  async mapped(account: Account): Promise<void> {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: account.refreshToken });
    // ok: token-refresh
    const answer$ = this.http.post('https://idp.example/oauth/token', body).pipe(map((response) => response.data));
    const tokens = await lastValueFrom(answer$);
    await saveTokens({ ...account, accessToken: tokens.access_token, refreshToken: tokens.refresh_token });
  }

  async waited(account: Account): Promise<void> {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: account.refreshToken });
    // ok: token-refresh
    const response = await firstValueFrom(this.http.post('https://idp.example/oauth/token', body).pipe(retry(2), catchError((error) => throwError(() => new Error(error.message)))));
    const { access_token, refresh_token } = response.data;
    await saveTokens({ ...account, accessToken: access_token, refreshToken: refresh_token });
  }
}

// So do Reddit's.
export async function redditToken(refreshToken: string): Promise<string> {
  const { data } = await axios.post('https://www.reddit.com/api/v1/access_token', `grant_type=refresh_token&refresh_token=${refreshToken}`);
  return data.access_token;
}
