/** What a function does that does harm when it is done twice: rows that are added, amounts that grow, payments, messages to people. */
import type { DataQuery, Program, ValueRef } from '../../contracts/program.js';
import { queriesIn } from '../authentication/effects.js';
import { valuesIn } from '../authentication/function-signs.js';
import type { Reached } from '../authentication/reach.js';
import { usesIn } from '../authentication/reach.js';
import { entityNames } from '../names/entity-names.js';
import { splitWords } from '../names/name-words.js';
import { calleeText } from '../site.js';
import { calledName } from '../../contracts/written-name.js';

export interface Harm {
  readonly kind: 'payment' | 'amount' | 'row' | 'message';
  readonly at: ValueRef;
  /** `adds a row to orders`. */
  readonly text: string;
}

/** Rows that tell what happened; one more of them is right each time. */
const RECORDS = /^(?:logs?|audits?|activit(?:y|ies)|histor(?:y|ies)|analytics|metrics?|stats?|statistics|events?|traces?|visits?|hits|views?|clicks|impressions|jobs?|queues?|tasks?|outbox|sessions?|tokens?|notifications?|hooks?|webhooks?|deliver(?:y|ies)|requests?|responses?|attempts?|messages?|cache|locks?|tests?|search|searches|quer(?:y|ies))$/;
/** An amount is changed by what it was: `balance = balance + 10`. */
const GROWS = /\bset\b[^;]*?(\w+)\s*=\s*(?:\w+\.)?\1\s*[-+]/i;
const CHANGES_AMOUNT = /^(?:\$inc|increment|decrement|incrementBy|decrementBy)$/;
/** Amounts of which one more is no harm. */
const COUNTERS = /count|views?|hits|attempts?|retr(?:y|ies)|version|visits|downloads|clicks|usage|failures?|likes|position|index|sequence|order$/i;
/** What is measured, by the name of what counts it. */
const METERS = /metric|stats|statsd|counter|meter|gauge|telemetry|monitor/i;
/** A statement that adds nothing where it is there already. */
const ADDS_ONCE = /on\s+conflict|on\s+duplicate\s+key|insert\s+(?:or\s+)?(?:ignore|replace)|replace\s+into|\bmerge\b|where\s+not\s+exists/i;

/** In the order of the functions, payments first. */
export function harmsIn(reached: readonly Reached[], program: Program): Harm[] {
  const payments = usesIn(reached, ['payment.create'], program).map(({ value }): Harm => ({ kind: 'payment', at: value, text: `calls ${calleeText(value, program)}` }));
  const messages = usesIn(reached, ['service.call'], program)
    .filter(({ entry, confidence }) => entry.attributes['sends'] === 'message' && confidence !== 'low')
    .map(({ value }): Harm => ({ kind: 'message', at: value, text: `calls ${calleeText(value, program)}` }));
  const queries = queriesIn(reached, program).filter(({ confidence }) => confidence !== 'low');
  const rows = queries.filter((query) => addsRow(query, program)).map((query): Harm => ({ kind: 'row', at: query.value, text: `adds a row to ${entityNames(query, program)[0] ?? 'a table'}` }));
  return [...payments, ...rows, ...amountsIn(reached, queries, program), ...askedFor(reached, program), ...messages];
}

/** Where a partner's address ends to which a payment is posted. */
const TAKES_MONEY = /\/(?:charges?|payments?|pay|refunds?|payouts?|transfers?|captures?)\/?$/i;

/** `axios.post('https://api.pay.example/charges', …)`: the payment is made by a service that is called without an SDK. */
function askedFor(reached: readonly Reached[], program: Program): Harm[] {
  return usesIn(reached, ['http.request'], program).flatMap((site): Harm[] => {
    const url = program.argument(site, 'url');
    const isPosted = calledName(site.value.file, site.value.id) === 'post' || setsMethod(site.value, program);
    return url !== null && isPosted && endOf(url, program).some((text) => TAKES_MONEY.test(text)) ? [{ kind: 'amount', at: site.value, text: `asks for a payment by ${calleeText(site.value, program)}` }] : [];
  });
}

/** `fetch(url, { method: 'POST' })` */
function setsMethod({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  return fact.kind === 'call' && fact.args.some((argument) => {
    const found = file.facts.values[argument]?.kind === 'object' ? program.property({ file, id: argument }, ['method']) : null;
    return found?.kind === 'found' && found.values.some((value) => program.constants(value)?.some((text) => String(text).toUpperCase() === 'POST'));
  });
}

/** The last part of an address, as far as it is written. */
function endOf(url: ValueRef, program: Program): string[] {
  const constants = program.constants(url);
  if (constants !== null) return constants.map(String);
  return program.sourcesOf(url).flatMap(({ file, id }) => {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'template') return fact.texts.slice(-1);
    const last = fact.kind === 'concat' ? file.facts.values[fact.parts.at(-1)!] : undefined;
    return last?.kind === 'literal' ? [String(last.value)] : [];
  });
}

/** The method's own name says that it adds nothing twice. */
const ADDS_OR_FINDS = /upsert|merge|ignore|orCreate|orUpdate|findOrCreate/i;

function addsRow(query: DataQuery, program: Program): boolean {
  const isCreation = query.operation === 'create' || (query.kind === 'sql' && /^\s*insert\b/i.test(query.statementText ?? ''));
  if (!isCreation || ADDS_ONCE.test(query.statementText ?? '') || ADDS_OR_FINDS.test(calleeText(query.value, program))) return false;
  const names = entityNames(query, program);
  return names.length > 0 && !names.some((name) => splitWords(name).some((word) => RECORDS.test(word)));
}

function amountsIn(reached: readonly Reached[], queries: readonly DataQuery[], program: Program): Harm[] {
  const stated = queries.flatMap((query): Harm[] => {
    const column = GROWS.exec(query.statementText ?? '')?.[1];
    return column === undefined || COUNTERS.test(column) ? [] : [{ kind: 'amount', at: query.value, text: `changes ${column} by what it was` }];
  });
  const built = reached.flatMap(({ ref }) => valuesIn(ref.file, ref.id).flatMap((id): Harm[] => {
    const what = changedAmount({ file: ref.file, id }, program);
    return what === null ? [] : [{ kind: 'amount', at: { file: ref.file, id }, text: `changes ${what} by what it was` }];
  }));
  return [...stated, ...built];
}

/** `{ balance: { increment: 5 } }`, `{ $inc: { balance: 5 } }`, `wallet.increment('balance', …)`; the name of the amount, or null. */
function changedAmount({ file, id }: ValueRef, program: Program): string | null {
  const fact = file.facts.values[id]!;
  let name: string | null = null;
  if (fact.kind === 'object') {
    for (const property of fact.properties) {
      const inner = file.facts.values[property.value];
      if (inner?.kind !== 'object') continue;
      if (property.name === '$inc') name ??= inner.properties[0]?.name ?? null;
      else if (inner.properties.some((each) => each.name === 'increment' || each.name === 'decrement')) name ??= property.name;
    }
  } else if (fact.kind === 'call' && CHANGES_AMOUNT.test(calledName(file, id) ?? '') && !METERS.test(calleeText({ file, id }, program))) {
    const texts = fact.args.flatMap((argument) => program.constants({ file, id: argument }) ?? []);
    name = texts.find((text): text is string => typeof text === 'string' && /^\w+$/.test(text)) ?? null;
  }
  return name === null || COUNTERS.test(name) ? null : name;
}
