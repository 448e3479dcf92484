import { sendMail } from './mail';

export async function notifyAll(users: { email: string }[]) {
  // expect: async-errors
  users.forEach(async (user) => {
    await sendMail(user.email);
  });
}

export function start(jobs: { run(): Promise<void> }[]) {
  // expect: async-errors
  jobs.map(async (job) => {
    await job.run();
  });
}
