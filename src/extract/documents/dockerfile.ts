/** Dockerfiles: instructions by build stage (docs.docker.com, Dockerfile reference 1.14). */
import type { DocumentEntry } from '../../contracts/document-facts.js';
import { numberedLines } from './lines.js';

interface Instruction {
  name: string;
  value: string;
  line: number;
}

const INSTRUCTION = /^\s*([A-Za-z]+)\s+(.*)$/;
const KNOWN = new Set(['FROM', 'RUN', 'CMD', 'LABEL', 'EXPOSE', 'ENV', 'ADD', 'COPY', 'ENTRYPOINT', 'VOLUME', 'USER', 'WORKDIR', 'ARG', 'ONBUILD', 'STOPSIGNAL', 'HEALTHCHECK', 'SHELL']);

/** Of these only the last one in an image counts. */
const OVERRIDING = new Set(['USER', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'WORKDIR', 'STOPSIGNAL', 'SHELL']);

/** An instruction of the image that is built in the end has a second entry, `last.USER`, also when it stands in a stage that this image begins from. */
export function readDockerfile(text: string): DocumentEntry[] {
  const stages = stagesOf(instructionsOf(text));
  const effective = new Set(effectiveIn(imageOf(stages.length - 1, stages)));
  return stages.flatMap((stage, index) =>
    stage.flatMap((instruction) => {
      const { name, value, line } = instruction;
      const entry = { key: `${index}.${name}`, value, line };
      return effective.has(instruction) ? [entry, { ...entry, key: `last.${name}` }] : [entry];
    }),
  );
}

function instructionsOf(text: string): Instruction[] {
  return joinedLines(text).flatMap(({ line, text: written }) => {
    const match = INSTRUCTION.exec(written);
    const name = match?.[1]?.toUpperCase() ?? '';
    return match === null || !KNOWN.has(name) ? [] : [{ name, value: match[2]!.trim(), line }];
  });
}

/** What stands before the first FROM (arguments) counts to the first stage. */
function stagesOf(instructions: readonly Instruction[]): Instruction[][] {
  const stages: Instruction[][] = [];
  let begun = false;
  for (const instruction of instructions) {
    const isFrom = instruction.name === 'FROM';
    if (stages.length === 0 || (isFrom && begun)) stages.push([]);
    begun ||= isFrom;
    stages.at(-1)!.push(instruction);
  }
  return stages;
}

/** The instructions that make the image of a stage: those of the stage that it begins from, and its own. */
function imageOf(index: number, stages: readonly Instruction[][]): Instruction[] {
  const stage = stages[index];
  if (stage === undefined) return [];
  const base = baseOf(stage);
  const parent = stages.slice(0, index).findLastIndex((other) => base !== null && nameOf(other) === base);
  return parent < 0 ? stage : [...imageOf(parent, stages), ...stage.filter(({ name }) => name !== 'FROM')];
}

const FROM = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i;

function baseOf(stage: readonly Instruction[]): string | null {
  return FROM.exec(stage.find(({ name }) => name === 'FROM')?.value ?? '')?.[1]?.toLowerCase() ?? null;
}

function nameOf(stage: readonly Instruction[]): string | null {
  return FROM.exec(stage.find(({ name }) => name === 'FROM')?.value ?? '')?.[2]?.toLowerCase() ?? null;
}

function effectiveIn(image: readonly Instruction[]): Instruction[] {
  return image.filter(({ name }, index) => !OVERRIDING.has(name) || !image.slice(index + 1).some((later) => later.name === name));
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
