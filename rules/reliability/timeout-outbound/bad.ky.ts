import ky from 'ky';

// expect: timeout-outbound
export const report = () => ky('https://reports.example.com/yearly', { timeout: false }).json();

const api = ky.create({ prefixUrl: 'https://api.example.com', timeout: false });

// expect: timeout-outbound
export const orders = () => api.get('orders').json();
