/** Functions that a module offers by name and nobody takes. */
import type { FunctionRef, LinkedFile, Program } from '../../contracts/program.js';
import { routesThrough } from './routes-to.js';

/**
 * Does its module export the function by name, while no other module names it, no route leads there and nothing calls it?
 *
 * Another module has to load its own: what nobody loads may be what is started.
 *
 * @param files those that count, such as production source
 */
export function isNamedNowhere(own: FunctionRef, program: Program, files: readonly LinkedFile[]): boolean {
  const { facts } = own.file;
  const { name, kind, returns } = facts.functions[own.id]!;
  const isNamed = kind === 'declaration' || kind === 'arrow' || kind === 'expression';
  if (!isNamed || name === '' || program.callersOf(own).some((caller) => files.includes(caller.file)) || routesThrough({ file: own.file, id: returns[0] ?? 0 }, program).length > 0) return false;
  const isExported = facts.exports.some((each) => each.name === name && each.kind === 'value');
  return isExported && isLoaded(own.file, [...program.files.values()], program) && !files.some((file) => names(file, name, own.file));
}

function isLoaded(own: LinkedFile, files: readonly LinkedFile[], program: Program): boolean {
  return program.importersOf(own).length > 0 || files.some((file) => file.facts.exports.some((each) => each.kind === 'star' && stem(each.specifier) === stem(own.facts.path)));
}

function names(file: LinkedFile, name: string, own: LinkedFile): boolean {
  const { imports, exports, values, bindings } = file.facts;
  if (imports.some((each) => each.name === name) || exports.some((each) => each.kind === 're-export' && each.imported === name)) return true;
  const isMember = (id: number) => {
    const fact = values[id]!;
    return fact.kind === 'member' && fact.name === name;
  };
  return file.valuesOfKind('member').some(isMember) || (file === own && bindings.some((binding) => binding.name === name && binding.uses.length > 0));
}

/** `./oidc/user-info.js` → `user-info`. */
function stem(path: string): string {
  return path.split('/').at(-1)!.replace(/\.\w+$/, '');
}
