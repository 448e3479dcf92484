import { Strategy as GitHubStrategy } from 'passport-github2';
import { Strategy as GoogleStrategy } from 'passport-google-oauth20';
import { Strategy as FacebookStrategy } from 'passport-facebook';
import { createHmac } from 'node:crypto';

declare const verify: never;

// One of three ways to sign in: listed, and of low confidence.
export const strategies = [
  // expect: env-unvalidated
  new GitHubStrategy({ clientID: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET!, callbackURL: '/auth/github/callback' }, verify),
  // expect: env-unvalidated
  new GoogleStrategy({ clientID: process.env.GOOGLE_ID!, clientSecret: process.env.GOOGLE_CLIENT_SECRET!, callbackURL: '/auth/google/callback' }, verify),
  // expect: env-unvalidated
  new FacebookStrategy({ clientID: process.env.FACEBOOK_ID!, clientSecret: process.env.FACEBOOK_APP_SECRET!, callbackURL: '/auth/facebook/callback' }, verify),
];

// expect: env-unvalidated P1
export const signed = (text: string) => createHmac('sha256', process.env.WEBHOOK_SECRET!).update(text).digest('hex');

// Where they come back to is needed with them. Low, too.
// expect: env-unvalidated
export const returns = { redirectURI: `${process.env.GITHUB_REDIRECT_URI}/done` };

// Nor is it known where another provider is.
// expect: env-unvalidated
export const provider = { tokenURL: `${process.env.OIDC_TOKEN_URL}?v=2` };
