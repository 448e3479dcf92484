/** Sites as `evaluate` left them → findings as they stand in the report. */
import type { Finding, Location, Outcome, RelatedLocation, SiteResult, Step } from '../contracts/audit.js';
import { inertLine } from '../contracts/inert.js';
import type { Rule } from '../contracts/rules.js';
import { withoutSecrets } from '../contracts/secret-formats.js';
import { Fingerprints } from './fingerprint.js';
import type { Policy } from './options.js';
import { compareLocations, compareText } from './order.js';
import type { Sources } from './source.js';
import type { Suppressions } from './suppressions.js';

const VERDICT_ORDER: Record<SiteResult['verdict'], number> = { fail: 0, unknown: 1, pass: 2 };

/** A label or message may quote the audited code, which may be a minified line; nobody reads more. */
const TEXT_LENGTH = 500;

interface PlacedSite {
  package: string;
  site: SiteResult;
}

/** Builds the findings of one rule after another; shared between rules are the sources and the suppressions. */
export class FindingBuilder {
  constructor(
    private readonly sources: Sources,
    private readonly suppressions: Suppressions,
    private readonly policy: Policy,
  ) {}

  /** Failing first, then unknown, then passing; each by path, line, column. */
  build(rule: Pick<Rule, 'id'>, outcomes: readonly Outcome[]): Finding[] {
    const fingerprints = new Fingerprints(rule.id);
    // An attestation speaks for what cannot be seen; what is seen to fail stays open.
    const accepted = this.policy.decisions.get(rule.id)?.kind === 'accepted';
    return outcomes
      .flatMap((outcome) => outcome.sites.map((site) => ({ package: outcome.package, site: this.#anchored(outcome.package, site) })))
      .sort((a, b) => compareLocations(a.site.location, b.site.location) || compareText(a.site.label, b.site.label))
      .map((placed) => this.#finding(rule.id, placed, fingerprints, accepted))
      .sort((a, b) => VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict]);
  }

  #finding(ruleId: string, { package: directory, site }: PlacedSite, fingerprints: Fingerprints, accepted: boolean): Finding {
    const passes = site.verdict === 'pass';
    const { location } = site;
    const suppression = passes ? null : this.suppressions.match(ruleId, location.path, location.line);
    const believed = site.confidence !== 'low' || this.policy.countLowConfidence;
    return {
      verdict: site.verdict,
      location,
      label: shown(site.label),
      message: shown(site.message),
      priority: site.priority,
      confidence: site.confidence,
      steps: site.steps.map(inertPlace<Step>),
      related: site.related.map(inertPlace<RelatedLocation>),
      symbol: shown(site.symbol),
      recipe: site.recipe,
      groups: site.groups ?? [],
      package: directory,
      fingerprint: fingerprints.of(this.sources.line(location) ?? site.label, site.symbol),
      lineHash: passes ? '' : this.sources.lineHash(location),
      open: site.verdict === 'fail' && believed && suppression === null && !accepted,
      frame: passes ? null : this.sources.frame(location, site.concealed),
      suppression,
    };
  }

  /**
   * A site that is the project itself may have no place. It is given the package's manifest, or the root's: a result
   * without a location makes GitHub reject the whole SARIF file (github/codeql-action#2459).
   */
  #anchored(directory: string, site: SiteResult): SiteResult {
    if (site.location.path !== '') return site;
    const own = directory === '' ? 'package.json' : `${directory}/package.json`;
    const path = this.sources.lines(own) === null ? 'package.json' : own;
    const location: Location = { path, line: 1, column: 1, endLine: 1, endColumn: 2 };
    return { ...site, location };
  }
}

function inertPlace<Place extends Step | RelatedLocation>(place: Place): Place {
  return { ...place, text: shown(place.text) };
}

function shown(text: string): string {
  return text.length <= TEXT_LENGTH ? inertLine(withoutSecrets(text)) : inertLine(`${withoutSecrets(text).slice(0, TEXT_LENGTH - 1)}…`);
}
