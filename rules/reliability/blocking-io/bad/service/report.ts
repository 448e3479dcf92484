import { writeFileSync } from 'node:fs';

export class Reports {
  async store(name: string): Promise<void> {
    // expect: blocking-io
    writeFileSync(`/var/reports/${encodeURIComponent(name)}.json`, '{}');
  }
}
