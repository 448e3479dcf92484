import { log, sendMail } from './mail';

export async function notifyAll(users: { email: string }[]) {
  await Promise.all(users.map(async (user) => sendMail(user.email)));
  for (const user of users) await sendMail(user.email);
}

// Each takes its own failure.
export function notifySome(users: { email: string }[]) {
  users.forEach(async (user) => {
    try {
      await sendMail(user.email);
    } catch (error) {
      log(error);
    }
  });
}

export function print(users: { email: string }[]) {
  users.forEach((user) => log(user.email));
}

// A stream of a library whose forEach is waited for.
export async function drain(stream: { forEach(each: (row: unknown) => Promise<void>): Promise<void> }) {
  await stream.forEach(async (row) => {
    await sendMail(String(row));
  });
}

export function load(path: string) {
  return new Promise(async (resolve, reject) => {
    try {
      resolve(await sendMail(path));
    } catch (error) {
      reject(error);
    }
  });
}
