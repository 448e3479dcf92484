// An object of settings that nobody looks into.
interface Settings {
  partner: { url: string; secret: string };
}

export const settings: Settings = {
  partner: {
    // expect: env-unvalidated P1
    url: process.env.PARTNER_URL!,
    // expect: env-unvalidated P1
    secret: process.env.PARTNER_SECRET as string,
  },
};

export function headers(name: string): Record<string, string> {
  const all: Record<string, string> = {
    // expect: env-unvalidated P1
    authorization: `Bearer ${process.env.PARTNER_TOKEN}`,
  };
  return { [name]: all[name]! };
}

// Optional where it is not switched on: told with low confidence.
export const queue = {
  enabled: process.env.QUEUE_ENABLED === 'true',
  // expect: env-unvalidated P1
  secret: process.env.QUEUE_ACCESS_SECRET,
};

// Kept and given back, and no schema reads it.
// expect: env-unvalidated P1
const kept = { url: `${process.env.REPORTS_URL}/v1` };
function given() {
  return kept;
}
export const reports = fetch(given().url);
