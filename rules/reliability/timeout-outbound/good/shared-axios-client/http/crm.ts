import axios from 'axios';

export const crm = axios.create({ baseURL: process.env.CRM_URL, timeout: 5_000 });
