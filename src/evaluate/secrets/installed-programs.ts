/** Keys by which programs that people install make themselves known to a partner. */
import type { ObjectValue } from '../../contracts/facts.js';
import type { LinkedFile, Program } from '../../contracts/program.js';
import { reachableFrom } from '../evaluation.js';

/** What programs for desktops and phones are made with. */
const INSTALLED_WITH: ReadonlySet<string> = new Set(['electron', 'react-native', 'expo', '@capacitor/core', '@tauri-apps/api', 'nw']);
const memo = new WeakMap<Program, ReadonlySet<string>>();

/**
 * Is it the secret beside the id of a registered program (`{ id: …, secret: … }`), in code that is part of one that people install? Whoever has the program
 * has its secret, and partners count such programs as public clients (RFC 8252, 8.5).
 */
export function isOfInstalledProgram({ name, literal }: { name: string; literal: ObjectValue | null }, { package: { directory } }: LinkedFile, program: Program): boolean {
  if (!/^(?:client_?)?secret$/i.test(name) || literal === null || !literal.properties.some((each) => /^(?:client_?|app_?)?(?:id|key)$/i.test(each.name ?? ''))) return false;
  let parts = memo.get(program);
  if (parts === undefined) memo.set(program, (parts = partsOfInstalled(program)));
  return parts.has(directory);
}

/** The directories of the packages that such programs are put together from; of a workspace the root only where it is one itself. */
function partsOfInstalled({ packages }: Program): ReadonlySet<string> {
  const programs = packages.filter(({ dependencies }) => dependencies.some(({ name }) => INSTALLED_WITH.has(name)));
  return new Set(programs.flatMap((each) => [...reachableFrom(each, packages)].filter((directory) => directory !== '' || each.directory === '')));
}
