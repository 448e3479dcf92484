import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import fs, { writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dirSync, fileSync } from 'tmp';
import { dir as directory, withFile } from 'tmp-promise';

declare function render(dir: string): Promise<void>;

export async function report() {
  const dir = await mkdtemp(join(tmpdir(), 'report-'));
  try {
    await render(dir);
    return await readFile(join(dir, 'report.pdf'));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function withDirectory<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'work-'));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true }).catch(() => undefined);
  }
}
export const inside = () => withDirectory((dir) => render(dir));

// The caller removes it.
async function makeDirectory() {
  const dir = await mkdtemp(join(tmpdir(), 'work-'));
  return dir;
}
export async function borrowed() {
  const dir = await makeDirectory();
  try {
    await render(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

export async function transcribe(audio: Buffer) {
  let file: string | null = null;
  try {
    file = join(tmpdir(), `${randomUUID()}.mp3`);
    await writeFile(file, audio);
    return await readFile(file, 'utf8');
  } finally {
    if (file) await rm(file, { force: true });
  }
}

export const small = () => withFile(async ({ path }) => render(path));

// One file, written over each time.
export function remember(id: string) {
  const file = join(os.tmpdir(), 'desk-node-id');
  fs.writeFileSync(file, id);
}

// Who gets it keeps and removes it.
export async function handedOn(jobs: { push(job: { dir: string }): void }) {
  const dir = await mkdtemp(join(tmpdir(), 'job-'));
  jobs.push({ dir });
}

// Who gets the file removes the directory around it.
export async function uploaded(data: Buffer) {
  const dir = await mkdtemp(join(tmpdir(), 'upload-'));
  const file = join(dir, 'file');
  await writeFile(file, data);
  return file;
}

export async function extracted(data: Buffer) {
  const { path: target, cleanup } = await directory({ unsafeCleanup: true });
  try {
    await writeFile(join(target, 'in.zip'), data);
    await render(target);
  } finally {
    await cleanup();
  }
}

export async function printed(label: string) {
  const target = `/tmp/label-${randomUUID()}.zpl`;
  try {
    await writeFile(target, label);
    await render(target);
  } finally {
    await rm(target, { force: true });
  }
}

// One for as long as the process runs.
const uploads = dirSync({ unsafeCleanup: true });

export async function kept(name: string, data: Buffer) {
  await writeFile(join(uploads.name, 'last.bin'), data);
  await render(uploads.name);
}

// The shell that runs it removes it.
export async function configured(settings: string, run: (command: string) => Promise<void>) {
  const target = `/tmp/settings-${randomUUID()}.json`;
  await writeFile(target, settings);
  await run(`cp ${target} /etc/app.json && rm -f ${target}`);
}

// Somebody edits it, and a list of the module knows it.
const opened = new Set<string>();
export function openedForEditing(text: string) {
  const made = fileSync({ postfix: '.txt' });
  writeFileSync(made.fd, text);
  opened.add(made.name);
  return { path: made.name };
}
