import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

export class Reports {
  private template: string | undefined;

  async store(name: string): Promise<void> {
    this.template ??= readFileSync('template.json', 'utf8');
    await writeFile(`/var/reports/${encodeURIComponent(name)}.json`, this.template);
  }
}
