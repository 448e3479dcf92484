export function transport() {
  // expect: env-scattered P2
  const host = process.env.SMTP_HOST;
  // expect: env-scattered
  const { SMTP_USER, SMTP_PASSWORD } = process.env;
  if (process.env.NODE_ENV === 'test') return null;
  return { host, auth: { SMTP_USER, SMTP_PASSWORD } };
}
