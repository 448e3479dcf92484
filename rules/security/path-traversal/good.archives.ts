import AdmZip from 'adm-zip';
import fs from 'node:fs';
import path from 'node:path';
import unzipper from 'unzipper';

const TARGET = '/srv/import';

export function extracted(archive: string): void {
  // ok: path-traversal
  new AdmZip(archive).extractAllTo(TARGET, true);
  // ok: path-traversal
  fs.createReadStream(archive).pipe(unzipper.Extract({ path: TARGET }));
}

export function checked(archive: string): void {
  const zip = new AdmZip(archive);
  for (const entry of zip.getEntries()) {
    // ok: path-traversal
    fs.writeFileSync(path.join(TARGET, path.basename(entry.entryName)), entry.getData());
  }
}
