/** Operations that are methods of classes, told by decorators (type-graphql, NestJS), with the guards of method, class and application. */
import type { ChainLink } from '../../contracts/program.js';
import { lastNameOf } from '../api-path.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { chainOf, inOrder } from '../routes/controllers.js';
import { decoratorsAt } from '../routes/composed-decorators.js';
import { type ModuleApplication, allKnown, moduleApplications } from '../routes/modules.js';
import { type FoundOperation, schemaOf } from './found.js';

export function decoratedOperations(link: Linking, isSource: (value: FileValue) => boolean): FoundOperation[] {
  const sites = link.sitesOf('operation.decorator').filter((site) => isSource(indexed(site.value)));
  if (sites.length === 0) return [];
  const applications = moduleApplications(link, (value) => isSource(indexed(value)));
  return [...new Set(sites.map((site) => indexed(site.value).file))].flatMap((file) => file.facts.classes.flatMap((_fact, id) => operationsOfClass(link, { file, id }, applications)));
}

function operationsOfClass(link: Linking, { file, id }: FileValue, applications: readonly ModuleApplication[]): FoundOperation[] {
  const fact = file.facts.classes[id]!;
  const at = (decorators: readonly number[]) => decorators.flatMap((decorator) => decoratorsAt(link, { file, id: decorator }));
  const onClass = chainOf(link, at(fact.decorators), 'router');
  return fact.members.flatMap((member) => {
    const decorators = at(member.decorators);
    const found = decorators.find(({ site }) => site.role === 'operation.decorator');
    if (found === undefined || member.function < 0) return [];
    const { site, written } = found;
    const application = applicationFor(site.entry.attributes['application'] === 'modules', applications);
    const links = inOrder([...application.links, ...onClass, ...chainOf(link, decorators.filter((each) => each.site.role !== 'operation.decorator'), 'route')]);
    const named = link.argument(site, 'name');
    const name = named === null ? undefined : link.constants(named)?.find((each) => typeof each === 'string');
    const method = String(site.entry.attributes['method'] ?? lastNameOf(site.path)).toUpperCase();
    return [{ framework: String(site.entry.attributes['framework']), method, path: String(name ?? member.name), value: written, handler: { file, id: member.function }, links, complete: application.complete && allKnown(links), roots: [schemaOf(written)], confidence: site.confidence }];
  });
}

/** What the one application of modules puts before all that it answers; of several it is not known which has the class. */
function applicationFor(isOfModules: boolean, applications: readonly ModuleApplication[]): { links: readonly ChainLink[]; complete: boolean } {
  if (!isOfModules) return { links: [], complete: true };
  const [first, ...others] = applications;
  return first === undefined || others.length > 0 ? { links: [], complete: false } : { links: first.links, complete: first.complete };
}
