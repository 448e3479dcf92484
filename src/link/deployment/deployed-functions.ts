/**
 * What files that describe a deployment say of functions in the cloud: which code runs for which requests, and what the gateway asks
 * before. Read of the Serverless Framework and of AWS SAM.
 *
 * Read from: Serverless Framework 3 documentation, providers/aws/events/{apigateway,http-api}.md, guide/serverless.yml.md, guide/functions.md
 * (url); AWS SAM specification: AWS::Serverless::Function (Handler, CodeUri, FunctionUrlConfig), Api and HttpApi events (Path, Method, Auth),
 * AWS::Serverless::Api and HttpApi (Auth, MethodSettings).
 */
import { directoryOf } from '../../contracts/file-path.js';
import type { DocumentEntry, DocumentFacts } from '../../contracts/document-facts.js';

/** Names of such files, as in `.gitignore`. */
export const DEPLOYMENT_FILES: readonly string[] = ['serverless*.yml', 'serverless*.yaml', 'template.yml', 'template.yaml', 'sam.yml', 'sam.yaml', '*.sam.yml', '*.sam.yaml'];

/** A request for which a function runs. */
export interface GatewayEvent {
  /** Upper case; `ALL` for any. */
  method: string;
  /** `/users/:id`. */
  path: string;
  /** Whether the gateway lets on only those that it knows: by an authorizer, or by a key. `unknown`: it is told elsewhere. */
  guarded: 'yes' | 'no' | 'unknown';
  /** It says how many requests it lets through. */
  limited: boolean;
}

export interface DeployedFunction {
  /** Directory to which the handler is relative; '' is the root. */
  directory: string;
  /** `src/users.create`: module without extension, and name of the export. */
  handler: string;
  /** Empty: it runs for messages, timers or other functions. */
  events: GatewayEvent[];
}

/** In the order of the files. */
export function deployedFunctions(documents: readonly DocumentFacts[]): DeployedFunction[] {
  return documents.flatMap((document) => {
    if (document.format !== 'yaml') return [];
    const root = treeOf(document.entries);
    const directory = directoryOf(document.path);
    return [...ofServerless(root, directory), ...ofSam(root, directory)];
  });
}

/** A node of the document: its value, if it is a scalar, and what stands below it. */
interface Node {
  value: string | null;
  below: Map<string, Node>;
}

const ABSENT: Node = { value: null, below: new Map() };

function treeOf(entries: readonly DocumentEntry[]): Node {
  const root: Node = { value: null, below: new Map() };
  for (const { key, value } of entries) {
    let at = root;
    for (const part of key.split('.')) {
      let next = at.below.get(part);
      if (next === undefined) at.below.set(part, (next = { value: null, below: new Map() }));
      at = next;
    }
    at.value = value;
  }
  return root;
}

function at(node: Node, ...path: string[]): Node {
  return path.reduce((inner, name) => inner.below.get(name) ?? ABSENT, node);
}

function isThere(node: Node): boolean {
  return node.value !== null || node.below.size > 0;
}

function text(node: Node): string {
  return node.value ?? '';
}

/** Is there such a word in the name of a key, however deep? */
function mentions(node: Node, word: RegExp): boolean {
  return [...node.below].some(([name, inner]) => word.test(name) || mentions(inner, word));
}

const RESTRICTED = /^(?:resourcePolicy|ResourcePolicy|vpcEndpointIds|EndpointConfiguration)$/;
const THROTTLED = /throttl|^usagePlan$/i;

function ofServerless(root: Node, directory: string): DeployedFunction[] {
  const provider = at(root, 'provider');
  // Others have events of the same name.
  if (!/^(?:aws)?$/.test(text(at(provider, 'name')) || text(provider))) return [];
  const plugins = [...at(root, 'plugins').below.values()].map(text);
  const isOpen = !mentions(provider, RESTRICTED) && !/private/i.test(text(at(provider, 'endpointType'))) && !plugins.some((name) => /authoriz/i.test(name));
  const limited = mentions(provider, THROTTLED);
  // Also a list of such tables.
  const tables = [at(root, 'functions'), ...[...at(root, 'functions').below].flatMap(([name, node]) => (/^\d+$/.test(name) ? [node] : []))];
  return tables.flatMap((table) => [...table.below.values()]).flatMap((node) => {
    const handler = text(at(node, 'handler'));
    if (handler === '') return [];
    const url = at(node, 'url');
    const byUrl = isThere(url) && url.value !== 'false' ? [{ method: 'ALL', path: '/', guarded: isThere(at(url, 'authorizer')) ? 'yes' : 'no', limited: false } as const] : [];
    const events = [...at(node, 'events').below.values()].flatMap((event) => [at(event, 'http'), at(event, 'httpApi')]).filter(isThere);
    return [{ directory, handler, events: [...events.map((event) => ofServerlessEvent(event, isOpen, limited)), ...byUrl] }];
  });
}

/** `http: GET users/{id}`, `httpApi: '*'`, or a table. */
function ofServerlessEvent(event: Node, isOpen: boolean, limited: boolean): GatewayEvent {
  const [first = '', second] = text(event).trim().split(/\s+/);
  const method = event.value === null ? text(at(event, 'method')) : first;
  const path = event.value === null ? text(at(event, 'path')) : (second ?? '*');
  const isGuarded = isThere(at(event, 'authorizer')) || text(at(event, 'private')) === 'true';
  return { method: methodOf(method), path: pathOf(path), guarded: isGuarded ? 'yes' : isOpen ? 'no' : 'unknown', limited };
}

function ofSam(root: Node, directory: string): DeployedFunction[] {
  const resources = [...at(root, 'Resources').below.values()];
  const apis = [...resources.filter((node) => /^AWS::Serverless::(?:Http)?Api$/.test(text(at(node, 'Type')))).map((node) => at(node, 'Properties')), at(root, 'Globals', 'Api'), at(root, 'Globals', 'HttpApi')];
  const byDefault = apis.some((api) => isThere(at(api, 'Auth', 'DefaultAuthorizer')) || text(at(api, 'Auth', 'ApiKeyRequired')) === 'true');
  const isOpen = !apis.some((api) => mentions(api, RESTRICTED) || isThere(at(api, 'DefinitionBody')) || isThere(at(api, 'DefinitionUri')));
  const limited = apis.some((api) => mentions(api, THROTTLED));
  return resources.filter((node) => text(at(node, 'Type')) === 'AWS::Serverless::Function').flatMap((node): DeployedFunction[] => {
    const own = at(node, 'Properties');
    const shared = at(root, 'Globals', 'Function');
    const handler = text(at(own, 'Handler')) || text(at(shared, 'Handler'));
    const code = text(at(own, 'CodeUri')) || text(at(shared, 'CodeUri'));
    const url = at(own, 'FunctionUrlConfig');
    const byUrl = isThere(url) ? [{ method: 'ALL', path: '/', guarded: text(at(url, 'AuthType')) === 'NONE' ? 'no' : 'yes', limited: false } as const] : [];
    const events = [...at(own, 'Events').below.values()].filter((event) => /^(?:Http)?Api$/.test(text(at(event, 'Type')))).map((event) => at(event, 'Properties'));
    return handler === '' ? [] : [{ directory: joined(directory, code), handler, events: [...events.map((event) => ofSamEvent(event, byDefault, isOpen, limited)), ...byUrl] }];
  });
}

function ofSamEvent(event: Node, byDefault: boolean, isOpen: boolean, limited: boolean): GatewayEvent {
  const authorizer = text(at(event, 'Auth', 'Authorizer'));
  const needsKey = text(at(event, 'Auth', 'ApiKeyRequired')) === 'true';
  const isGuarded = needsKey || (authorizer !== 'NONE' && (authorizer !== '' || byDefault));
  return { method: methodOf(text(at(event, 'Method'))), path: pathOf(text(at(event, 'Path'))), guarded: isGuarded ? 'yes' : isOpen && !mentions(event, RESTRICTED) ? 'no' : 'unknown', limited };
}

function methodOf(written: string): string {
  return /^[a-z]+$/i.test(written) && !/^any$/i.test(written) ? written.toUpperCase() : 'ALL';
}

/** `users/{id}` and `/{proxy+}` as other frameworks write them; '' where a variable stands in it. */
function pathOf(written: string): string {
  if (written.includes('${')) return '';
  const path = written.replace(/\{(\w+)\+\}/g, ':$1*').replace(/\{(\w+)\}/g, ':$1').replace(/^\$default$/, '*');
  return path.startsWith('/') ? path : `/${path}`;
}

/** `functions` and `./src/` is `functions/src`. */
function joined(directory: string, below: string): string {
  const parts = [...directory.split('/'), ...below.split('/')].filter((part) => part !== '' && part !== '.');
  return parts.reduce<string[]>((path, part) => (part === '..' ? path.slice(0, -1) : [...path, part]), []).join('/');
}
