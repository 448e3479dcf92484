import axios from 'axios';

axios.defaults.timeout = 8_000;

export const tickets = () => axios.get('https://desk.example.com/tickets');

const crm = axios.create({ baseURL: 'https://crm.example.com' });
export const customers = () => crm.get('/customers');
