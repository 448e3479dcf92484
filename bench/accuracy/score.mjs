/** What one audit of a case found of what was expected, and the sums for each check. */

/** `missed`: expected lines that were not reported; `extra`: what was reported elsewhere. A finding that spans an expected line hits it. */
export function judge(example, report) {
  const findings = report.gaps
    .flatMap((gap) => gap.findings)
    .filter((finding) => finding.verdict === 'fail' && finding.confidence !== 'low' && finding.location !== null)
    .map((finding) => ({ line: finding.location.line, endLine: finding.location.endLine, message: finding.message }));
  const { name, family } = example;
  if (example.expected === 'anywhere') {
    return { name, family, safe: false, expected: 1, missed: findings.length > 0 ? [] : [0], extra: [] };
  }
  const hits = (finding, line) => finding.line <= line && line <= finding.endLine;
  return {
    name,
    family,
    safe: example.expected.length === 0,
    expected: example.expected.length,
    missed: example.expected.filter((line) => !findings.some((finding) => hits(finding, line))),
    extra: findings.filter((finding) => !example.expected.some((line) => hits(finding, line))),
  };
}

/** One row a check: recall over expected lines, safe cases left alone, and reports beside the expected lines of bad cases. */
export function summarise(results) {
  const rows = {};
  for (const family of [...new Set(results.map((result) => result.family))].sort()) {
    const own = results.filter((result) => result.family === family);
    const safe = own.filter((result) => result.safe);
    const expected = sum(own, (result) => result.expected);
    const found = expected - sum(own, (result) => result.missed.length);
    const quiet = safe.filter((result) => result.extra.length === 0).length;
    rows[family] = {
      expected,
      reported: found,
      recall: percent(found, expected),
      'safe cases': safe.length,
      'left alone': quiet,
      specificity: percent(quiet, safe.length),
      'reported beside': sum(own, (result) => (result.safe ? 0 : result.extra.length)),
    };
  }
  return rows;
}

function sum(list, of) {
  return list.reduce((total, each) => total + of(each), 0);
}

function percent(part, whole) {
  return whole === 0 ? '' : `${Math.round((100 * part) / whole)} %`;
}
