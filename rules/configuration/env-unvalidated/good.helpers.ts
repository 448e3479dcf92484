import Joi from 'joi';
import { createClient } from 'redis';

// What reads a variable by its name checks it: it ends the program, hands the value to a check, or says what is missing.
function requireVariable(name: string): string {
  if (!process.env[name]) {
    console.error(`${name} is required`);
    return process.exit(1);
  }
  return process.env[name] as string;
}

function validate<T>(key: string, input: { schema: Joi.Schema; value: unknown }): T {
  const { error, value } = input.schema.validate(input.value);
  if (error) throw new Error(`${key}: ${error.message}`);
  return value as T;
}

class Settings {
  set<T = string>(key: string, schema: Joi.Schema): T {
    return validate<T>(key, { schema, value: process.env?.[key] });
  }
}

const settings = new Settings();

export const client = createClient({
  url: requireVariable('REDIS_URL'),
  password: settings.set('REDIS_PASSWORD', Joi.string().required()),
});

const keyOf = (variable: string, service: string) => {
  const value = process.env[variable];
  return value ? { value } : { skipped: `${service} needs ${variable}` };
};

export async function lookUp(host: string): Promise<unknown> {
  const key = keyOf('SHODAN_API_KEY', 'Shodan');
  if (key.skipped) return key;
  return fetch(`https://api.shodan.io/shodan/host/${host}?key=${key.value}`);
}
