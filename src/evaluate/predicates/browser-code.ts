/** `browser-code`: the file runs in a user's browser, where nothing can be enforced anyway. */
import { answerOf, NO } from '../answer.js';
import type { Predicate } from './index.js';

/** Frameworks that draw pages. Their files are taken for browser code unless they are marked as server code. */
const VIEW_PACKAGES = new Set(['react-dom', 'react-dom/client', 'react-router-dom', 'react-redux', 'vue', 'vue-router', 'pinia', 'vuex', 'svelte', 'svelte/store', 'solid-js', '@angular/core', '@angular/router', 'react-native', 'expo-secure-store', 'zustand', 'jotai']);
/** What only a page has. */
const PAGE_GLOBALS = new Set(['window', 'document', 'localStorage', 'sessionStorage']);
/** Hooks need a component that renders on the client. */
const CLIENT_HOOKS = new Set(['useState', 'useEffect', 'useReducer', 'useContext', 'useRef', 'useCallback', 'useLayoutEffect', 'createContext']);

export const browserCode: Predicate = (site) => {
  if (site.value === null) return NO;
  const { facts } = site.value.file;
  if (facts.directives.includes('use server')) return NO;
  const isView = facts.imports.some((each) => VIEW_PACKAGES.has(each.specifier) || (each.specifier === 'react' && CLIENT_HOOKS.has(each.name)));
  const touchesPage = facts.values.some((fact) => fact.kind === 'reference' && fact.binding < 0 && PAGE_GLOBALS.has(fact.name));
  return answerOf(facts.directives.includes('use client') || isView || touchesPage, { reason: 'it runs in the browser' });
};
