import { Worker } from 'bullmq';

// The program put the path into the job.
export const worker = new Worker('run', async (job) => {
  // ok: code-injection
  const module = await import(job.data.modulePath);
  return module.run();
});
