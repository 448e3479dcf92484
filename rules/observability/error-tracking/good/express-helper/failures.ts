import Bugsnag from '@bugsnag/js';

Bugsnag.start({ apiKey: process.env.BUGSNAG_KEY ?? '' });

export function tell(error: unknown) {
  Bugsnag.notify(error as Error);
}
