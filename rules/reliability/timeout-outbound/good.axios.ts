import axios, { type AxiosRequestConfig } from 'axios';
import axiosRetry from 'axios-retry';

const TIMEOUT = Number(process.env.CRM_TIMEOUT_MS ?? 5_000);

export async function customer(id: string) {
  const { data } = await axios.get(`https://crm.example.com/customers/${id}`, { timeout: TIMEOUT });
  return data;
}

export const createTicket = (body: object) => axios.post('https://desk.example.com/tickets', body, { signal: AbortSignal.timeout(5_000) });

export const raw = () => axios({ method: 'get', url: 'https://desk.example.com/tickets', timeout: 5_000 });

export const request = () => axios.request({ url: 'https://desk.example.com/tickets', timeout: 5_000 });

const crm = axios.create({ baseURL: 'https://crm.example.com', timeout: 5_000 });
axiosRetry(crm, { retries: 3, shouldResetTimeout: true });

export const customers = () => crm.get('/customers');

export const whoAmI = () => crm({ url: '/me' });

const base: AxiosRequestConfig = { timeout: 10_000, maxRedirects: 2 };
const erp = axios.create({ ...base, baseURL: 'https://erp.example.com' });

export const stock = () => erp.get('/stock');

const late = axios.create({ baseURL: 'https://late.example.com' });
late.defaults.timeout = 5_000;

export const lateCall = () => late.post('/calls', {});
