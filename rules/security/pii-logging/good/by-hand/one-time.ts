import { config } from './config';

export function sendCode(email: string, otp: string, errGetToken?: Error) {
  if (config.env === 'development' || process.env.E2E_TEST) console.log(`code for ${email}: ${otp}`);
  if (errGetToken) console.error('no code', errGetToken);
}
