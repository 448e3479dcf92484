import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import fs, { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import os, { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import tmp from 'tmp-promise';
import { fileSync } from 'tmp';

declare function render(dir: string): Promise<void>;

export async function report() {
  // expect: temp-files P2
  const dir = await mkdtemp(join(tmpdir(), 'report-'));
  await render(dir);
  return readFile(join(dir, 'report.pdf'));
}

// Not when the rendering fails.
export async function removedAtTheEnd() {
  // expect: temp-files P2
  const dir = await mkdtemp(join(tmpdir(), 'report-'));
  await render(dir);
  const pdf = await readFile(join(dir, 'report.pdf'));
  await rm(dir, { recursive: true });
  return pdf;
}

export async function transcribe(audio: Buffer) {
  // expect: temp-files P2
  const file = join(tmpdir(), `${randomUUID()}.mp3`);
  await writeFile(file, audio);
  const text = await readFile(file, 'utf8');
  await unlink(file);
  return text;
}

export function convert(input: Buffer) {
  // expect: temp-files P2
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'convert-'));
  fs.writeFileSync(path.join(dir, 'in.docx'), input);
  execFileSync('soffice', ['--outdir', dir]);
  const pdf = fs.readFileSync(path.join(dir, 'in.pdf'));
  fs.rmSync(dir, { recursive: true });
  return pdf;
}

export async function sheet() {
  // expect: temp-files P2
  const made = await tmp.file();
  await render(made.path);
}

export async function extracted(data: Buffer) {
  // expect: temp-files P2
  const { path: target, cleanup } = await tmp.dir({ unsafeCleanup: true });
  await writeFile(join(target, 'in.zip'), data);
  await render(target);
  await cleanup();
}

// A member is what it is, whoever else may read it.
export function listed(text: string) {
  // expect: temp-files P2
  const made = fileSync({ postfix: '.txt' });
  writeFileSync(made.name, text);
  console.log(made.name.length);
}
