// What watches the program, and what a bundler writes into pages.
// ok: env-unvalidated
export const logs = `https://logs.example.org/?key=${process.env.DD_API_KEY}`;
export const insights = { connectionString: `${process.env.APPLICATIONINSIGHTS_CONNECTION_STRING}` };
export const telemetry = `${process.env.PRODUCT_TELEMETRY_URL}/events`;
export const token = `${process.env.VUE_APP_MAPS_TOKEN}`;
