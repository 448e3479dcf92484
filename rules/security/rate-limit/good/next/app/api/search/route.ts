import { withLimit } from '../../../lib/limit';

export const GET = withLimit(async () => Response.json([]));
