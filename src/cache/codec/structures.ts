/** The kinds of values that hold others: calls and members, objects and lists; see `values.ts`. */
import { NONE } from '../../contracts/facts.js';
import { readName } from './input.js';
import { readOptionalTypes, readProperties, writeOptionalTypes, writeProperties } from './types.js';
import { firstOf, lastOf } from './values.js';
import type { ValueCodec } from './values.js';

export const structures: { [K in 'template' | 'member' | 'call' | 'object' | 'array' | 'element' | 'rest' | 'jsx']: ValueCodec<K> } = {
  template: {
    write: (to, fact, id) => {
      to.list(fact.texts, (text) => to.text(text));
      to.valueList(fact.parts, id);
      to.value(fact.tag, id);
      writeOptionalTypes(to, fact.typeArguments);
      to.extent(id, fact, fact.tag === NONE ? firstOf(fact.parts) : fact.tag, lastOf(fact.parts));
    },
    read: (from, id) => {
      const texts = from.list(readName);
      const parts = from.valueList(id);
      const tag = from.value(id);
      const typeArguments = readOptionalTypes(from);
      const start = from.start(id, tag === NONE ? firstOf(parts) : tag);
      return { kind: 'template', texts, parts, tag, typeArguments, start, end: from.end(id, start, lastOf(parts)) };
    },
  },
  member: {
    write: (to, fact, id) => {
      to.value(fact.object, id);
      to.text(fact.name);
      to.flag(fact.optional);
      if (fact.name === null) to.value(fact.index, id);
      else to.flag(fact.index !== NONE);
      if (fact.name !== null && fact.index !== NONE) to.value(fact.index, id);
      to.placeBehind(fact.nameStart, fact.object, id);
      to.extent(id, fact, fact.object, NONE, fact.nameStart - fact.start + (fact.name?.length ?? 0));
    },
    read: (from, id) => {
      const object = from.value(id);
      const name = from.text();
      const optional = from.flag();
      const index = name === null || from.flag() ? from.value(id) : NONE;
      const nameStart = from.placeBehind(object, id);
      const start = from.start(id, object);
      return { kind: 'member', object, name, index, optional, nameStart, start, end: from.end(id, start, NONE, nameStart - start + (name?.length ?? 0)) };
    },
  },
  call: {
    write: (to, fact, id) => {
      to.value(fact.callee, id);
      to.valueList(fact.args, id);
      to.flag(fact.isNew);
      writeOptionalTypes(to, fact.typeArguments);
      to.extent(id, fact, fact.callee, fact.args.length === 0 ? fact.callee : lastOf(fact.args));
    },
    read: (from, id) => {
      const callee = from.value(id);
      const args = from.valueList(id);
      const isNew = from.flag();
      const typeArguments = readOptionalTypes(from);
      const start = from.start(id, callee);
      return { kind: 'call', callee, args, isNew, typeArguments, start, end: from.end(id, start, args.length === 0 ? callee : lastOf(args)) };
    },
  },
  object: {
    write: (to, fact, id) => {
      writeProperties(to, fact.properties, id);
      const last = fact.properties.at(-1)?.value ?? NONE;
      to.extent(id, fact, fact.properties[0]?.value ?? NONE, last);
    },
    read: (from, id) => {
      const properties = readProperties(from, id);
      const start = from.start(id, properties[0]?.value ?? NONE);
      return { kind: 'object', properties, start, end: from.end(id, start, properties.at(-1)?.value ?? NONE) };
    },
  },
  array: {
    write: (to, fact, id) => {
      to.valueList(fact.elements, id);
      to.extent(id, fact, firstOf(fact.elements), lastOf(fact.elements));
    },
    read: (from, id) => {
      const elements = from.valueList(id);
      const start = from.start(id, firstOf(elements));
      return { kind: 'array', elements, start, end: from.end(id, start, lastOf(elements)) };
    },
  },
  element: {
    write: (to, fact, id) => {
      to.value(fact.of, id);
      to.flag(fact.key);
      to.extent(id, fact, NONE, NONE);
    },
    read: (from, id) => {
      const of = from.value(id);
      const key = from.flag();
      const start = from.start(id, NONE);
      return { kind: 'element', of, key, start, end: from.end(id, start, NONE) };
    },
  },
  rest: {
    write: (to, fact, id) => {
      to.value(fact.of, id);
      to.list(fact.without, (name) => to.text(name));
      to.extent(id, fact, NONE, NONE);
    },
    read: (from, id) => {
      const of = from.value(id);
      const without = from.list(readName);
      const start = from.start(id, NONE);
      return { kind: 'rest', of, without, start, end: from.end(id, start, NONE) };
    },
  },
  jsx: {
    write: (to, fact, id) => {
      to.text(fact.name);
      writeProperties(to, fact.attributes, id);
      to.valueList(fact.children, id);
      to.extent(id, fact, NONE, lastOf(fact.children));
    },
    read: (from, id) => {
      const name = from.name();
      const attributes = readProperties(from, id);
      const children = from.valueList(id);
      const start = from.start(id, NONE);
      return { kind: 'jsx', name, attributes, children, start, end: from.end(id, start, lastOf(children)) };
    },
  },
};
