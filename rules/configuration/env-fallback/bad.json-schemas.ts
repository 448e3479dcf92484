import envSchema from 'env-schema';
import S from 'fluent-json-schema';
import { Type } from 'typebox';

export const env = envSchema({
  schema: Type.Object({
    // expect: env-fallback
    DB_HOST: Type.String({ default: 'localhost' }),
  }),
});
export const other = envSchema({
  schema: S.object()
    // expect: env-fallback
    .prop('REDIS_HOST', S.string().default('localhost')),
});
