import { registerAs } from '@nestjs/config';
import { plainToInstance } from 'class-transformer';
import { IsString, validateSync } from 'class-validator';
import Joi from 'joi';
import { createClient } from 'redis';
import { z } from 'zod';

// Variables get other names on their way into a schema: kept in a variable first.
const raw = { port: process.env.PORT, redisUrl: process.env.REDIS_URL };
export const config = z.object({ port: z.coerce.number(), redisUrl: z.string() }).parse(raw);
export const cache = createClient({ url: config.redisUrl });

// Given back by a function.
function load() {
  return { key: process.env.MAILS_API_KEY };
}
const result = z.object({ key: z.string() }).safeParse(load());
if (!result.success) process.exit(1);
export const mails = result.data.key;

// Within other settings.
const nested = { cache: { url: process.env.CACHE_URL }, jwt: { secret: process.env.JWT_SECRET } };
const { error, value } = Joi.object({ cache: Joi.object({ url: Joi.string().required() }), jwt: Joi.object({ secret: Joi.string().required() }) }).validate(nested);
if (error) throw new Error(error.message);
export const { jwt } = value;

// An instance of a class is made of them.
class Search {
  @IsString() host!: string;
  @IsString() key!: string;
}
export default registerAs('search', () => {
  const search = plainToInstance(Search, { host: process.env.SEARCH_HOST, key: process.env.SEARCH_API_KEY });
  if (validateSync(search).length > 0) throw new Error('search is not set up');
  return search;
});
