/** Places as SARIF has them: relative percent-encoded URIs, 1-based lines and columns, exclusive end column. */
import type { Location as SarifLocation, PhysicalLocation } from 'sarif';
import type { Location } from '../../contracts/audit.js';
import { inertLine } from '../../contracts/inert.js';

/**
 * Where a result without a place is anchored: GitHub rejects a whole file for one result without a location
 * (github/codeql-action#2459).
 */
const ANCHOR = 'package.json';

export function physicalLocation(location: Location): PhysicalLocation {
  const { line, column, endLine, endColumn } = location;
  const startLine = Math.max(1, line);
  const startColumn = Math.max(1, column);
  const lastLine = Math.max(startLine, endLine);
  const lastColumn = lastLine === startLine ? Math.max(startColumn, endColumn) : Math.max(1, endColumn);
  return {
    artifactLocation: { uri: uriOf(location.path) },
    region: { startLine, startColumn, endLine: lastLine, endColumn: lastColumn },
  };
}

/** A step of a flow or a related place, with its words. */
export function placeWithText(location: Location, text: string, id?: number): SarifLocation {
  return {
    ...(id === undefined ? {} : { id }),
    physicalLocation: physicalLocation(location),
    message: { text: plainMessage(text) || 'here' },
  };
}

/** A relative reference (RFC 3986): every segment is encoded, so that a colon in the first is no scheme. */
export function uriOf(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.length === 0 ? ANCHOR : segments.map((segment) => encodeURIComponent(segment.replace(LONE_SURROGATE, '\uFFFD'))).join('/');
}

/** `encodeURIComponent` throws on these. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Plain text of a message in which brackets would make a link (SARIF 2.1.0, 3.11.6). */
export function plainMessage(text: string): string {
  return inertLine(text).replace(/[\\[\]]/g, '\\$&');
}
