/** Dockerfiles: instructions by build stage (docs.docker.com, Dockerfile reference 1.14). */
import type { DocumentEntry } from '../../contracts/document-facts.js';
import { numberedLines } from './lines.js';

const INSTRUCTION = /^\s*([A-Za-z]+)\s+(.*)$/;
const KNOWN = new Set(['FROM', 'RUN', 'CMD', 'LABEL', 'EXPOSE', 'ENV', 'ADD', 'COPY', 'ENTRYPOINT', 'VOLUME', 'USER', 'WORKDIR', 'ARG', 'ONBUILD', 'STOPSIGNAL', 'HEALTHCHECK', 'SHELL']);

export function readDockerfile(text: string): DocumentEntry[] {
  const instructions = joinedLines(text).flatMap(({ line, text: written }) => {
    const match = INSTRUCTION.exec(written);
    const name = match?.[1]?.toUpperCase() ?? '';
    return match === null || !KNOWN.has(name) ? [] : [{ name, value: match[2]!.trim(), line }];
  });
  const stages = instructions.filter(({ name }) => name === 'FROM').length;
  let stage = -1;
  return instructions.flatMap(({ name, value, line }) => {
    if (name === 'FROM') stage += 1;
    const entry = { key: `${Math.max(stage, 0)}.${name}`, value, line };
    return stage === stages - 1 ? [entry, { ...entry, key: `last.${name}` }] : [entry];
  });
}

/** A backslash at the end of a line goes on; comments between are dropped. The number is that of the first line. */
function joinedLines(text: string): { line: number; text: string }[] {
  const joined: { line: number; text: string }[] = [];
  let open: { line: number; text: string } | null = null;
  for (const { line, text: written } of numberedLines(text)) {
    if (/^\s*#/.test(written) || (open !== null && written.trim() === '')) continue;
    const goesOn = /\\\s*$/.test(written);
    const part = goesOn ? written.replace(/\\\s*$/, ' ') : written;
    open = open === null ? { line, text: part } : { line: open.line, text: open.text + part };
    if (goesOn) continue;
    joined.push(open);
    open = null;
  }
  return open === null ? joined : [...joined, open];
}
