/** The routes that one call makes for a resource: `router.resource('posts', PostsController).apiOnly()`. */
import type { FunctionRef, RoleSite } from '../../contracts/program.js';
import { type Linking, indexed } from '../linking.js';
import { handlersIn } from './handlers.js';
import { classNamed, classesAt, methodNamed } from './named-classes.js';

/** One route, before what stands around it. */
export interface Action {
  /** Of a resource's routes; otherwise ''. */
  name: string;
  method: string;
  paths: string[];
  handler: FunctionRef | null;
}

/** As read in AdonisJS: router/resource.js of @adonisjs/http-server 5.12 and 7.8. */
const ACTIONS: readonly { name: string; method: string; path: string }[] = [
  { name: 'index', method: 'GET', path: '' },
  { name: 'create', method: 'GET', path: '/create' },
  { name: 'store', method: 'POST', path: '' },
  { name: 'show', method: 'GET', path: '/:id' },
  { name: 'edit', method: 'GET', path: '/:id/edit' },
  { name: 'update', method: 'PUT', path: '/:id' },
  { name: 'update', method: 'PATCH', path: '/:id' },
  { name: 'destroy', method: 'DELETE', path: '/:id' },
];

export function actionsOf(link: Linking, site: RoleSite, modifiers: readonly RoleSite[]): Action[] {
  const name = link.argument(site, 'path');
  const resource = name === null ? undefined : link.constants(name)?.[0];
  if (typeof resource !== 'string') return [];
  const controller = link.argument(site, 'controller');
  const text = controller === null ? undefined : link.constants(controller)?.[0];
  const directory = String(site.entry.attributes['controllers'] ?? '');
  const classes = controller === null ? [] : typeof text === 'string' ? classNamed(link, indexed(controller), text, [directory]) : classesAt(link, controller);
  const kept = modifiers.reduce<readonly (typeof ACTIONS)[number][]>((actions, modifier) => keptBy(link, modifier, actions), ACTIONS);
  const path = pathOf(resource);
  return kept.map((action) => ({ name: action.name, method: action.method, paths: [`${path}${action.path}`], handler: methodNamed(link, classes, action.name) }));
}

/** `posts.comments` is `/posts/:post_id/comments`. */
function pathOf(resource: string): string {
  const tokens = resource.replace(/^\/|\/$/g, '').split('.');
  return tokens.map((token, index) => (index === tokens.length - 1 ? token : `${token}/:${token.replace(/ies$/, 'y').replace(/s$/, '').replace(/-/g, '_')}_id`)).join('/');
}

function keptBy(link: Linking, modifier: RoleSite, actions: readonly (typeof ACTIONS)[number][]): readonly (typeof ACTIONS)[number][] {
  const { keeps } = modifier.entry.attributes;
  if (modifier.role !== 'http.fluent.only') return actions;
  if (keeps === 'api') return actions.filter(({ name }) => name !== 'create' && name !== 'edit');
  const { items } = handlersIn(link, link.argumentList(modifier, 'names'), []);
  const names = items.flatMap((item) => (link.constants(item) ?? []).map(String));
  return actions.filter(({ name }) => names.includes(name) === (keeps === 'named'));
}
