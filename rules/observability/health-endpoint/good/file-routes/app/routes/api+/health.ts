export const loader = async () => Response.json({ status: 'ok' });
