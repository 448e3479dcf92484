import axios from 'axios';
import { getSettings } from './settings.js';

export async function notify(): Promise<void> {
  await axios.post(getSettings().agents.webhook.url, { event: 'order' });
}
