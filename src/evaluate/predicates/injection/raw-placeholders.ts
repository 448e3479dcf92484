/** `response.raw-placeholder`: request data is put where a template does not encode it for markup. */
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { rawPlaceholders } from '../../../contracts/raw-placeholders.js';
import type { RequestPart } from '../../../contracts/vocabulary.js';
import { NO, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import type { Predicate } from '../index.js';
import { requestTextIn } from './request-text.js';

/** `with: { files, parts }`: which files are views, and kinds of request data. Of a view by its file (`res.render('search', { query })`), of an answer by the template that made its body. */
export const rawPlaceholder: Predicate = (site, operand, { program }) => {
  const { parts } = operand as { parts?: RequestPart[] };
  if (!Array.isArray(parts)) throw new Error('response.raw-placeholder takes files and parts');
  if (site.role === null) return NO;
  const view = program.rolesAt(site.role.value).find((role) => role.role === 'template.render');
  if (view !== undefined) return ofView(view, parts, program);
  for (const content of program.argumentList(site.role, 'content')) {
    for (const source of program.sourcesOf(content)) {
      const answer = ofTemplate(source, parts, program);
      if (answer !== NO) return answer;
    }
  }
  return NO;
};

function ofView(site: RoleSite, parts: readonly RequestPart[], program: Program): Answer {
  const view = program.argument(site, 'view');
  const locals = program.argument(site, 'locals');
  const names = view === null ? null : program.constants(view);
  if (locals === null || names === null) return NO;
  for (const name of names) {
    for (const { path, value, line } of rawOf(String(name), program)) {
      const answer = filledWith(locals, value.split('.'), parts, program, `${path}:${line}`);
      if (answer !== NO) return answer;
    }
  }
  return NO;
}

const memo = new WeakMap<Program, Map<string, { path: string; value: string; line: number }[]>>();

/** The raw placeholders of the view of that name, by the end of its file's path. */
function rawOf(name: string, program: Program): { path: string; value: string; line: number }[] {
  let known = memo.get(program);
  if (known === undefined) {
    known = new Map();
    for (const { path, format, entries } of program.documents) {
      if (format !== 'view' || entries.length === 0) continue;
      const raw = entries.map(({ value, line }) => ({ path, value, line }));
      const parts = path.replace(/\.\w+$/, '').split('/');
      // `views/users/show.ejs` is `show`, `users/show` and so on.
      parts.forEach((_part, index) => known!.set(parts.slice(index).join('/'), [...(known!.get(parts.slice(index).join('/')) ?? []), ...raw]));
    }
    memo.set(program, known);
  }
  // `../views/search` is said from the directory of the views, too.
  return known.get(name.replace(/^(?:\.{0,2}\/)+/, '').replace(/\.\w+$/, '')) ?? [];
}

/** `ejs.render(text, data)`, `Handlebars.compile(text)(data)`. */
function ofTemplate(call: ValueRef, parts: readonly RequestPart[], program: Program): Answer {
  const fact = program.fact(call);
  if (fact.kind !== 'call') return NO;
  const filled = program.rolesAt(call).find((role) => role.role === 'template.fill');
  const compiled = program.sourcesOf({ file: call.file, id: fact.callee }).flatMap((source) => program.rolesAt(source)).find((role) => role.role === 'template.fill');
  const data = filled === undefined ? (compiled === undefined || fact.args[0] === undefined ? null : { file: call.file, id: fact.args[0] }) : program.argument(filled, 'data');
  const use = filled ?? compiled;
  const text = use === undefined ? null : program.argument(use, 'template');
  if (use === undefined || text === null || data === null) return NO;
  for (const constant of program.constants(text) ?? []) {
    const options = program.argument(use, 'unescaped');
    const all = options !== null && program.constants(options)?.includes(true) === true;
    const syntax = String(use.entry.attributes['syntax']);
    for (const { path } of rawPlaceholders(String(constant), syntax, all)) {
      const answer = filledWith(data, path, parts, program, '');
      if (answer !== NO) return answer;
    }
    for (const { path } of rawPlaceholders(String(constant), syntax, true)) {
      const answer = filledWith(data, path, parts, program, '', true);
      if (answer !== NO) return answer;
    }
  }
  return NO;
}

/** @param marked only what is marked as safe markup counts: `new SafeString(x)` */
function filledWith(data: ValueRef, path: readonly string[], parts: readonly RequestPart[], program: Program, place: string, marked = false): Answer {
  const found = [path, path.slice(0, 1)].map((each) => program.property(data, each)).find((each) => each.kind === 'found');
  if (found?.kind !== 'found') return NO;
  const marks = found.values.flatMap((value) => program.sourcesOf(value)).flatMap((source) => program.rolesAt(source)).filter((role) => role.role === 'html.unescaped');
  const values = marked ? marks.flatMap((role) => program.argumentList(role, 'content')) : found.values;
  for (const value of values) {
    const origin = requestTextIn(value, { sink: 'html', parts }, program);
    if (origin !== null) return yes({ steps: origin.steps, values: { source: origin.steps[0]?.text ?? origin.detail, value: place === '' ? path.join('.') : `${path.join('.')} (${place})` }, confidence: origin.lossy || origin.stored ? 'medium' : 'high' });
  }
  return NO;
}
