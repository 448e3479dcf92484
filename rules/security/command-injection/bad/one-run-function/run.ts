import { exec } from 'node:child_process';

export function run(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    exec(command, (error, out) => (error ? reject(error) : resolve(out)));
  });
}
