/** Variables by which a program lets people sign in at somebody else. */

/** The secret of a provider, its addresses, and where people come back to: `GITHUB_CLIENT_SECRET`, `AUTH_GOOGLE_SECRET`, `OAUTH2_TOKEN_URL`. */
const SIGN_IN = /^(?:AUTH_|OAUTH_|NEXT_)?(?<provider>GOOGLE|GITHUB|GITLAB|BITBUCKET|FACEBOOK|APPLE|TWITTER|X|LINKEDIN|MICROSOFT|AZURE(?:_AD(?:_B2C)?)?|DISCORD|SLACK|TWITCH|SPOTIFY|OKTA|AUTH0|KEYCLOAK|COGNITO|AUTHENTIK|AUTHELIA|ZITADEL|FORTY_?TWO|INSTAGRAM|REDDIT|STEAM|TUMBLR|FOURSQUARE|NOTION|ATLASSIAN|DROPBOX|ZOOM|OAUTH2?|OIDC|SAML)_(?:OAUTH2?_|AUTH_|APP_|CLIENT_|CONSUMER_)*(?:SECRET|KEY|(?:REDIRECT|CALLBACK|AUTH|AUTHORIZATION|TOKEN|USER_?INFO)_UR[IL])$/;

/** The provider at which a variable's secret lets people sign in, as written in its name: `GITHUB`; null of other variables. */
export function signInProvider(variable: string): string | null {
  return SIGN_IN.exec(variable)?.groups?.['provider'] ?? null;
}
