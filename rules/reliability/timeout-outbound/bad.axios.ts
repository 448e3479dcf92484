import axios from 'axios';
import axiosRetry from 'axios-retry';

export async function customer(id: string) {
  // expect: timeout-outbound
  const { data } = await axios.get(`https://crm.example.com/customers/${id}`);
  return data;
}

// expect: timeout-outbound
export const createTicket = (body: object) => axios.post('https://desk.example.com/tickets', body, { headers: { 'x-source': 'api' } });

// expect: timeout-outbound
export const raw = () => axios({ method: 'get', url: 'https://desk.example.com/tickets' });

// expect: timeout-outbound
export const never = () => axios.get('https://desk.example.com/tickets', { timeout: 0 });

const crm = axios.create({ baseURL: 'https://crm.example.com', headers: { accept: 'application/json' } });
// Retries repeat a hanging call; they do not end it.
axiosRetry(crm, { retries: 3 });

// expect: timeout-outbound
export const customers = () => crm.get('/customers');

// expect: timeout-outbound
export const whoAmI = () => crm({ url: '/me' });

const unbounded = axios.create({ baseURL: 'https://erp.example.com', timeout: 0 });

// expect: timeout-outbound
export const stock = () => unbounded.get('/stock');

// The body's timeout is data, not an option.
// expect: timeout-outbound
export const schedule = () => axios.post('https://jobs.example.com/jobs', { timeout: 5000 });
