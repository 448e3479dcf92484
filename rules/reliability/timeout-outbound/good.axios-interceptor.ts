import axios from 'axios';

const crm = axios.create({ baseURL: 'https://crm.example.com' });

crm.interceptors.request.use((config) => {
  config.timeout = 5_000;
  return config;
});

export const customers = () => crm.get('/customers');
