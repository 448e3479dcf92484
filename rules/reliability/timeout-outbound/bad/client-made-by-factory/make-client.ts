import axios from 'axios';

export function makeClient(baseURL: string) {
  return axios.create({ baseURL });
}
