/** Findings as SARIF results. */
import type { Location, Result, Suppression } from 'sarif';
import type { Finding, Gap, Step } from '../../contracts/audit.js';
import { LEVELS } from './rules.js';
import { physicalLocation, placeWithText, plainMessage } from './location.js';

/** GitHub shows at most 100 related places and 1000 steps of a result; more help nobody. */
const RELATED = 10;
const STEPS = 100;

/** `ruleIndex` is the place of the gap's rule in the driver's list. */
export function resultOf(gap: Gap, finding: Finding, ruleIndex: number): Result {
  const related = finding.related.slice(0, RELATED);
  return {
    ruleId: gap.ruleId,
    ruleIndex,
    level: LEVELS[finding.priority],
    message: { text: messageOf(gap, finding) },
    locations: [locationOf(finding)],
    partialFingerprints: {
      ...(finding.lineHash === '' ? {} : { primaryLocationLineHash: finding.lineHash }),
      'shipworthyFingerprint/v1': finding.fingerprint,
    },
    ...(finding.steps.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: bounded(finding.steps).map(flowLocation) }] }] }),
    ...(related.length === 0 ? {} : { relatedLocations: related.map(({ location, text }, index) => placeWithText(location, text, index + 1)) }),
    ...suppressionsOf(gap, finding),
    properties: { priority: finding.priority, confidence: finding.confidence, package: finding.package },
  };
}

/** GitHub shows related places only where the message links to them. */
function messageOf(gap: Gap, finding: Finding): string {
  const message = plainMessage(finding.message) || plainMessage(gap.title) || gap.ruleId;
  const links = finding.related.slice(0, RELATED).map(({ text }, index) => `[${plainMessage(text) || 'here'}](${index + 1})`);
  return links.length === 0 ? message : `${message} (see ${links.join(', ')})`;
}

function locationOf({ location, symbol }: Finding): Location {
  const physical = { physicalLocation: physicalLocation(location) };
  return symbol === '' ? physical : { ...physical, logicalLocations: [{ fullyQualifiedName: symbol, kind: 'function' }] };
}

function flowLocation({ location, text }: Step): { location: Location } {
  return { location: placeWithText(location, text) };
}

/** A flow of too many steps keeps its source and its last steps. */
function bounded(steps: readonly Step[]): Step[] {
  return steps.length <= STEPS ? [...steps] : [...steps.slice(0, 1), ...steps.slice(1 - STEPS)];
}

function suppressionsOf(gap: Gap, { suppression, verdict, confidence }: Finding): { suppressions?: Suppression[] } {
  if (suppression !== null) return { suppressions: [{ kind: 'inSource', status: 'accepted', justification: suppression.reason }] };
  const answered = verdict === 'fail' && confidence !== 'low' && (gap.status === 'accepted' || gap.status === 'attested');
  return answered ? { suppressions: [{ kind: 'external', status: 'accepted', justification: gap.reason }] } : {};
}
