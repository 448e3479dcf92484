import { faker } from '@faker-js/faker';

// expect: mock-data
export const getAmount = () => Number(faker.finance.amount());
