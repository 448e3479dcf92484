import axios from 'axios';

export async function latest() {
  // expect: timeout-outbound
  const response = await fetch('https://rates.example.com/latest');
  return response.json();
}

// expect: timeout-outbound
export const history = () => axios.get('https://rates.example.com/history');
