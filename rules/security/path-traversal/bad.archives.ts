import AdmZip from 'adm-zip';
import fs from 'node:fs';
import path from 'node:path';
import tar from 'tar-stream';
import unzipper from 'unzipper';

const TARGET = '/srv/import';

export function byHand(archive: string): void {
  const zip = new AdmZip(archive);
  zip.getEntries().forEach((entry) => {
    // expect: path-traversal P1
    fs.writeFileSync(path.join(TARGET, entry.entryName), entry.getData());
  });
}

export function streamed(archive: string): void {
  fs.createReadStream(archive)
    .pipe(unzipper.Parse())
    .on('entry', (entry) => {
      // expect: path-traversal
      entry.pipe(fs.createWriteStream(path.join(TARGET, entry.path)));
    });
}

export async function opened(archive: string): Promise<void> {
  const directory = await unzipper.Open.file(archive);
  for (const file of directory.files) {
    // expect: path-traversal
    file.stream().pipe(fs.createWriteStream(path.join(TARGET, file.path)));
  }
}

export function unpacked(archive: string): void {
  const extract = tar.extract();
  extract.on('entry', (header, stream, next) => {
    // expect: path-traversal
    stream.pipe(fs.createWriteStream(path.join(TARGET, header.name)));
    stream.on('end', next);
  });
  fs.createReadStream(archive).pipe(extract);
}
