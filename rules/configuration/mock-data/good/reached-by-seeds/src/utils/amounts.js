import { faker } from '@faker-js/faker';

export const asText = (cents) => (cents / 100).toFixed(2);

// Seeds and tests fill a database with it.
export const getFakeAmount = () => Number(faker.finance.amount());
