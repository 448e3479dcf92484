/** Whether, and how richly, output may be coloured. */

/**
 * 0 none, 1 sixteen colours, 2 two hundred and fifty-six, 3 all. The order is: `--color`/`--no-color`, then FORCE_COLOR
 * (https://force-color.org), NO_COLOR (https://no-color.org: any value that is not empty), `TERM=dumb`, GitHub Actions (whose log shows
 * colours and is no terminal), and at last whether the stream is a terminal.
 */
export type ColourLevel = 0 | 1 | 2 | 3;

export function colourLevel(flag: boolean | undefined, environment: NodeJS.ProcessEnv, isTerminal: boolean): ColourLevel {
  if (flag !== undefined) return flag ? Math.max(1, depthOf(environment)) as ColourLevel : 0;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forcedLevel(forced, environment);
  if ((environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb') return 0;
  if (environment['GITHUB_ACTIONS'] !== undefined) return 3;
  return isTerminal ? depthOf(environment) : 0;
}

function forcedLevel(forced: string, environment: NodeJS.ProcessEnv): ColourLevel {
  if (forced === '0' || forced === 'false') return 0;
  if (forced === '2') return 2;
  if (forced === '3') return 3;
  return forced === '1' ? 1 : (Math.max(1, depthOf(environment)) as ColourLevel);
}

function depthOf(environment: NodeJS.ProcessEnv): ColourLevel {
  if (/^(?:truecolor|24bit)$/.test(environment['COLORTERM'] ?? '')) return 3;
  return /-256(?:color)?$/.test(environment['TERM'] ?? '') ? 2 : 1;
}
