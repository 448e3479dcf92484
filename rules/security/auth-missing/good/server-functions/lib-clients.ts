'use server';

import axios from 'axios';
import { PostHog } from 'posthog-node';

let visits: PostHog | null = null;

// ok: auth-missing
export async function fleet() {
  return axios.create({ baseURL: process.env.FLEET_URL, headers: { Authorization: `Bearer ${process.env.FLEET_TOKEN}` } });
}

// ok: auth-missing
export async function tracker() {
  if (visits === null) visits = new PostHog(process.env.POSTHOG_KEY!);
  return visits;
}
