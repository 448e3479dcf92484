import { config } from './config';

export function sendCode(to: string, verificationCode: string) {
  if (config.isDevelopment) {
    console.log(`code for ${to}: ${verificationCode}`);
    return;
  }
  deliver(to, verificationCode);
}
