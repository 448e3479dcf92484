import './network.js';
import { latest } from './rates.js';

latest().then(console.log, console.error);
