// Under these names the program keeps what it has found out.
export const RESOLVED = {
  accessKeyId: '__resolvedAccessKeyId',
  secretAccessKey: '__resolvedSecretAccessKey',
  sessionToken: '__resolvedSessionToken',
};
