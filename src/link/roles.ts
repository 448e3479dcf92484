/** Which values play which role: the meeting point of the program and the models. */
import { append } from '../contracts/multimap.js';
import type { Entity, RoleSite, ValueRef } from '../contracts/program.js';
import type { RoleEntry } from '../contracts/models.js';
import { lastNameOf } from './api-path.js';
import { handedCall } from './handed-calls.js';
import { type FileValue, type Linking, indexed, sibling } from './linking.js';
import { valuesAt } from './role-arguments.js';
import { collectCandidates, isComputedLoad, propertyNameOf, usesOfValue } from './role-candidates.js';
import { RoleNames } from './role-names.js';
import { ValueTable, factOf, keyOf } from './value-graph.js';

type Use = RoleEntry['use'];

/** What most values are: a shared answer, for there are millions of them. */
const NO_SITES: readonly RoleSite[] = [];

/** All roles played under one name, in candidate order. */
interface NamedSites {
  all: readonly RoleSite[];
  byRole: ReadonlyMap<string, readonly RoleSite[]>;
}

/** Candidates for one role are found by the last name of its paths, then resolved: each name once, whatever the number of roles that ask for it. */
export class RoleIndex {
  private readonly sites = new Map<string, readonly RoleSite[]>();
  private readonly named = new Map<string, NamedSites>();
  private readonly memo = new ValueTable<readonly RoleSite[]>();
  private candidates: Map<string, FileValue[]> | null = null;

  private readonly names: RoleNames;

  constructor(private readonly link: Linking) {
    this.names = new RoleNames(link);
  }

  sitesOf(role: string): readonly RoleSite[] {
    const known = this.sites.get(role);
    if (known !== undefined) return known;
    const found = new Map<string, RoleSite>();
    const names = this.names.of(role);
    // Where the name says nothing, any role may be played.
    for (const name of names.size === 0 ? names : names.add('')) {
      for (const site of this.sitesIn(this.sitesNamed(name), role)) {
        const place = `${keyOf(site.value)} ${site.role}`;
        // A match by name alone does not take the place of one that was resolved.
        if (site.confidence === 'high' || found.get(place)?.confidence !== 'high') found.set(place, site);
      }
    }
    for (const call of this.link.controls.callsFor(role)) {
      for (const site of this.rolesAt(call)) if (site.role === role) found.set(`${keyOf(call)} ${role}`, site);
    }
    const result = [...found.values()].sort((a, b) => compareValues(a.value, b.value));
    this.sites.set(role, result);
    return result;
  }

  private sitesIn(named: NamedSites, role: string): readonly RoleSite[] {
    return role.endsWith('.*') ? named.all.filter((site) => matchesRole(site.role, role)) : (named.byRole.get(role) ?? NO_SITES);
  }

  private sitesNamed(name: string): NamedSites {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    this.candidates ??= collectCandidates(this.link, this.names);
    const all = (this.candidates.get(name) ?? []).flatMap((candidate) => this.rolesAt(candidate));
    const byRole = new Map<string, RoleSite[]>();
    for (const site of all) append(byRole, site.role, site);
    const named = { all, byRole };
    this.named.set(name, named);
    return named;
  }

  /** Roles of one value, as a call, construction, read, write, tag or decorator. */
  rolesAt(ref: ValueRef): readonly RoleSite[] {
    const known = this.memo.get(ref);
    if (known !== undefined) return known;
    const found = this.findRoles(indexed(ref));
    const result = found.length === 0 ? NO_SITES : found;
    this.memo.set(ref, result);
    return result;
  }

  private findRoles(value: FileValue): RoleSite[] {
    const result: RoleSite[] = [];
    for (const { use, subject } of usesOfValue(value, factOf(value))) {
      this.match(result, value, use, pathsOf(this.link.resolve(subject)));
      result.push(...this.link.controls.sitesAt(value, use, subject));
    }
    for (const write of value.file.memberWritesOn(value.id)) {
      if (write.name === null) continue;
      const targets = this.link.resolve(value).flatMap((entity) => this.link.resolveMember(entity, write.name!));
      this.match(result, value, 'write', pathsOf(targets));
      this.match(result, value, 'assigned', [{ path: write.name, created: null }], 'medium');
    }
    if (isComputedLoad(factOf(value))) this.match(result, value, 'call', [{ path: 'global:require', created: null }]);
    this.addNamedRoles(result, value);
    return result;
  }

  /** Roles by name alone: a method on any receiver, a property of any object literal. Assignments are with the writes. */
  private addNamedRoles(result: RoleSite[], value: FileValue): void {
    const fact = factOf(value);
    const callee = fact.kind === 'call' ? factOf(sibling(value, fact.callee)) : null;
    const method = callee?.kind === 'member' ? callee.name : callee?.kind === 'reference' ? this.nameOutOfSight(value.file, callee.binding) : null;
    if (method !== null) this.match(result, value, 'method', [{ path: method, created: null }], 'medium');
    const property = propertyNameOf(value);
    if (property !== null) this.match(result, value, 'property', [{ path: property, created: null }], 'medium');
  }

  /** `query` of `const { query } = require('../db')` where that file is not there: the name is all that is known of it. */
  private nameOutOfSight(file: FileValue['file'], binding: number): string | null {
    if (binding < 0) return null;
    const imported = file.importOf(binding) ?? requiredMember(file, binding);
    if (imported?.kind !== 'named' || !imported.specifier?.startsWith('.')) return null;
    return this.link.modules.resolve(file, imported.specifier).kind === 'file' ? null : imported.name;
  }

  /** Adds the roles that a use of any of the subjects plays, each once. */
  private match(result: RoleSite[], value: FileValue, use: Use, subjects: readonly Subject[], surest: RoleSite['confidence'] = 'high'): void {
    const first = result.length;
    for (const { path, created, shape } of subjects) {
      const confidence = shape ?? surest;
      for (const entry of this.link.models.roleEntries(use, path)) {
        if (isAmong(result, first, entry, path)) continue;
        const site: RoleSite = { role: entry.role, entry, value, path, created, confidence };
        if (entry.where.every((condition) => holds(this.link, site, condition))) result.push(site);
      }
    }
  }
}

function isAmong(sites: readonly RoleSite[], first: number, entry: RoleEntry, path: string): boolean {
  for (let index = first; index < sites.length; index += 1) if (sites[index]!.entry === entry && sites[index]!.path === path) return true;
  return false;
}

/** `const { query } = require('../db')`, as if it were imported. */
function requiredMember({ facts }: FileValue['file'], binding: number): { kind: 'named'; name: string | null; specifier: string | null } | null {
  const writes = facts.bindings[binding]?.writes ?? [];
  const held = writes.length === 1 ? facts.values[writes[0]!.value] : undefined;
  const module = held?.kind === 'member' ? facts.values[held.object] : undefined;
  return held?.kind === 'member' && module?.kind === 'module' ? { kind: 'named', name: held.name, specifier: module.specifier } : null;
}

const NO_SUBJECTS: readonly Subject[] = [];

interface Subject {
  path: string;
  created: ValueRef | null;
  shape?: 'medium' | 'low';
}

/** What is known for sure comes before what is recognised by its shape. */
function pathsOf(entities: readonly Entity[]): readonly Subject[] {
  // Most values are no library's.
  if (!entities.some((entity) => entity.kind === 'api')) return NO_SUBJECTS;
  const apis = entities.filter((entity) => entity.kind === 'api');
  return apis.some((entity) => entity.shape !== undefined) ? [...apis].sort((a, b) => Number(a.shape !== undefined) - Number(b.shape !== undefined)) : apis;
}

function holds(link: Linking, site: RoleSite, condition: RoleEntry['where'][number]): boolean {
  if (condition.path.position === 'name') return condition.equals.includes(nameOf(indexed(site.value), site));
  const values = valuesAt(link, site, condition.path);
  if (values.length === 0) return condition.equals.includes(null);
  return values.some((value) => {
    const constants = link.constants(value);
    return constants !== null && constants.some((constant) => condition.equals.includes(constant));
  });
}

/** The last name of what is used; for something passed, of what it is passed to. */
function nameOf(value: FileValue, site: RoleSite): string {
  const fact = factOf(value);
  const handed = fact.kind === 'call' && site.entry.use === 'call' ? handedCall(value, fact) : null;
  const callee = fact.kind === 'call' ? factOf(sibling(value, handed?.callee ?? fact.callee)) : null;
  if (callee?.kind === 'member' && callee.name !== null) return callee.name;
  return callee?.kind === 'reference' && site.entry.use === 'passed' ? callee.name : lastNameOf(site.path);
}

export function matchesRole(role: string, wanted: string): boolean {
  return wanted.endsWith('.*') ? role.startsWith(wanted.slice(0, -1)) : role === wanted;
}

export function compareValues(a: ValueRef, b: ValueRef): number {
  const pathA = a.file.facts.path;
  const pathB = b.file.facts.path;
  if (pathA !== pathB) return pathA < pathB ? -1 : 1;
  const startA = factOf(a).start;
  const startB = factOf(b).start;
  return startA - startB || a.id - b.id;
}
