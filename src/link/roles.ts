/** Which values play which role: the meeting point of the program and the models. */
import type { ValueFact } from '../contracts/facts.js';
import type { Entity, RoleSite, ValueRef } from '../contracts/program.js';
import type { ArgumentPath, RoleEntry } from '../contracts/rules.js';
import { lastNameOf } from './api-path.js';
import { type FileValue, type Linking, indexed, sibling } from './linking.js';
import { factOf } from './value-graph.js';

type Use = RoleEntry['use'];

/** Candidates for one role are found by the last name of its paths, then resolved. */
export class RoleIndex {
  private readonly sites = new Map<string, readonly RoleSite[]>();
  private readonly memo = new Map<string, readonly RoleSite[]>();
  private candidates: Map<string, FileValue[]> | null = null;

  constructor(private readonly link: Linking) {}

  sitesOf(role: string): readonly RoleSite[] {
    const known = this.sites.get(role);
    if (known !== undefined) return known;
    const found = new Map<string, RoleSite>();
    for (const name of this.namesOf(role)) {
      for (const candidate of this.candidatesNamed(name)) {
        for (const site of this.rolesAt(candidate)) {
          if (matchesRole(site.role, role)) found.set(`${siteKey(site.value)} ${site.role}`, site);
        }
      }
    }
    const result = [...found.values()].sort((a, b) => compareValues(a.value, b.value));
    this.sites.set(role, result);
    return result;
  }

  private namesOf(role: string): Set<string> {
    const names = new Set<string>();
    for (const entry of this.link.models.entriesOf(role)) for (const path of entry.paths) names.add(lastNameOf(path));
    return names;
  }

  private candidatesNamed(name: string): readonly FileValue[] {
    this.candidates ??= collectCandidates(this.link);
    const own = this.candidates.get(name) ?? [];
    const unnamed = this.candidates.get('') ?? [];
    if (name === '*') return [...this.candidates.values()].flat();
    return [...own, ...unnamed];
  }

  /** Roles of one value, as a call, construction, read, write, tag or decorator. */
  rolesAt(ref: ValueRef): readonly RoleSite[] {
    const value = indexed(ref);
    const key = siteKey(value);
    const known = this.memo.get(key);
    if (known !== undefined) return known;
    const result = usesOfValue(value, factOf(value)).flatMap(({ use, subject }) =>
      this.match(value, use, this.link.resolve(subject)),
    );
    for (const write of value.file.memberWritesOn(value.id)) {
      if (write.name === null) continue;
      const targets = this.link.resolve(value).flatMap((entity) => this.link.resolveMember(entity, write.name!));
      result.push(...this.match(value, 'write', targets));
    }
    this.memo.set(key, result);
    return result;
  }

  private match(value: FileValue, use: Use, subjects: readonly Entity[]): RoleSite[] {
    const result: RoleSite[] = [];
    for (const entity of subjects) {
      if (entity.kind !== 'api') continue;
      for (const entry of this.link.models.roleEntries(use, entity.path)) {
        const site: RoleSite = {
          role: entry.role,
          entry,
          value,
          path: entity.path,
          created: entity.created,
          confidence: 'high',
        };
        if (result.some((other) => other.role === site.role && other.path === site.path)) continue;
        if (entry.where.every((condition) => holds(this.link, site, condition))) result.push(site);
      }
    }
    return result;
  }
}

function holds(link: Linking, site: RoleSite, condition: RoleEntry['where'][number]): boolean {
  const values = valuesAt(link, site, condition.path);
  if (values.length === 0) return condition.equals.includes(null);
  return values.some((value) => {
    const constants = link.constants(value);
    return constants !== null && constants.some((constant) => condition.equals.includes(constant));
  });
}

/** In which uses a value may appear, and which value must be a library's thing for that. */
function usesOfValue(value: FileValue, fact: ValueFact): { use: Use; subject: FileValue }[] {
  switch (fact.kind) {
    case 'call': {
      const subject = sibling(value, fact.callee);
      if (fact.isNew) return [{ use: 'new', subject }];
      return [
        { use: 'call', subject },
        { use: 'decorator', subject },
      ];
    }
    case 'template':
      return fact.tag < 0 ? [] : [{ use: 'tag', subject: sibling(value, fact.tag) }];
    case 'member':
      return [{ use: 'read', subject: value }];
    case 'reference':
      return [
        { use: 'read', subject: value },
        { use: 'decorator', subject: value },
      ];
    default:
      return [];
  }
}

/** Values by the last name under which they may be known; '' where the name says nothing (a variable that holds a function). */
function collectCandidates(link: Linking): Map<string, FileValue[]> {
  const map = new Map<string, FileValue[]>();
  const names = link.models.lastNames();
  const add = (name: string, value: FileValue) => {
    if (name !== '' && !names.has(name)) return;
    const list = map.get(name);
    if (list === undefined) map.set(name, [value]);
    else list.push(value);
  };
  for (const file of link.files.values()) {
    file.facts.values.forEach((fact, id) => {
      const value = { file, id };
      if (fact.kind === 'call') for (const name of calleeNames(value, fact.callee)) add(name, value);
      else if (fact.kind === 'template' && fact.tag >= 0) for (const name of calleeNames(value, fact.tag)) add(name, value);
      else if (fact.kind === 'member') add(fact.name ?? '', value);
    });
    for (const write of file.facts.memberWrites) if (write.name !== null) add(write.name, { file, id: write.object });
    for (const decorator of decoratorsOf(file)) {
      for (const name of calleeNames({ file, id: decorator }, decorator)) add(name, { file, id: decorator });
    }
  }
  return map;
}

function decoratorsOf(file: FileValue['file']): number[] {
  const facts = file.facts;
  const all = [
    ...facts.classes.flatMap((fact) => [...fact.decorators, ...fact.members.flatMap((member) => member.decorators)]),
    ...facts.functions.flatMap((fact) => [
      ...fact.decorators,
      ...fact.parameters.flatMap((parameter) => parameter.decorators),
    ]),
  ];
  return [...new Set(all)].filter((id) => facts.values[id]?.kind === 'reference');
}

/** The names that a callee goes by: its own, its imported one, its package for a default import; '' for a variable. */
function calleeNames(value: FileValue, calleeId: number): string[] {
  const { file } = value;
  const callee = file.facts.values[calleeId];
  if (callee === undefined) return [];
  if (callee.kind === 'member') return [callee.name ?? ''];
  if (callee.kind !== 'reference') return [''];
  const imported = callee.binding < 0 ? undefined : file.importOf(callee.binding);
  if (imported !== undefined) return [imported.kind === 'named' ? imported.name : imported.specifier, imported.specifier, callee.name];
  const binding = callee.binding < 0 ? undefined : file.facts.bindings[callee.binding];
  if (binding === undefined || binding.kind === 'function' || binding.kind === 'class') return [callee.name];
  return [callee.name, ''];
}

export function matchesRole(role: string, wanted: string): boolean {
  return wanted.endsWith('.*') ? role.startsWith(wanted.slice(0, -1)) : role === wanted;
}

/** Values at an argument position of a role site; several for a rest position. */
export function valuesAt(link: Linking, site: RoleSite, path: ArgumentPath): ValueRef[] {
  const start = positionsOf(indexed(site.value), path);
  if (path.properties.length === 0) return start;
  return start.flatMap((value) => {
    const found = link.property(value, path.properties);
    return found.kind === 'found' ? found.values : [];
  });
}

function positionsOf(value: FileValue, path: ArgumentPath): FileValue[] {
  const fact = factOf(value);
  const { position } = path;
  if (position === 'result') return [value];
  if (position === 'template') return fact.kind === 'template' ? [value] : [];
  if (position === 'value') return value.file.memberWritesOn(value.id).map((write) => sibling(value, write.value));
  if (position === 'name') return [];
  if (position === 'receiver') {
    const callee = fact.kind === 'call' ? factOf(sibling(value, fact.callee)) : fact;
    return callee.kind === 'member' ? [sibling(value, callee.object)] : [];
  }
  if (fact.kind !== 'call') return [];
  const index = position === 'last' ? fact.args.length - 1 : position;
  const spread = fact.args.findIndex((argument) => factOf(sibling(value, argument)).kind === 'spread');
  if (spread >= 0 && spread <= index && !path.rest) return [];
  const args = path.rest ? fact.args.slice(index) : fact.args.slice(index, index + 1);
  return args.map((argument) => sibling(value, argument));
}

function siteKey(value: ValueRef): string {
  return `${value.file.facts.path}\u0000${value.id}`;
}

export function compareValues(a: ValueRef, b: ValueRef): number {
  const pathA = a.file.facts.path;
  const pathB = b.file.facts.path;
  if (pathA !== pathB) return pathA < pathB ? -1 : 1;
  const startA = factOf(a).start;
  const startB = factOf(b).start;
  return startA - startB || a.id - b.id;
}
