/** `--format json`: the report itself, as published in `schema/report.json`. */
import type { Render } from './options.js';

/** Keys keep the order of the contract, in which the report was built. */
export const renderJson: Render = (report) => `${JSON.stringify(report, null, 2)}\n`;
