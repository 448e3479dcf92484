export class Settings {
  agents = { webhook: { url: '' } };
}

let settings: Settings | undefined;

/** One object for all requests. */
export function getSettings(): Settings {
  settings ??= new Settings();
  return settings;
}
