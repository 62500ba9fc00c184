// The program in a process of its own, so that its memory is its own and a crash is seen: it listens
// with allowances that are never spent, and ends when its parent lets go of it.
import 'reflect-metadata';
import { configFrom } from '../../../src/config/config.js';
import { startApp } from '../../../src/start.js';

const boundless = { people: 1e9, operators: 1e9, systems: 1e9, lookups: 1e9, signIns: 1e9 };
const app = await startApp({ ...configFrom(process.env), allowances: boundless });
process.on('message', () => process.send?.(process.memoryUsage().rss));
process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
process.send?.((await app.getUrl()).replace('[::1]', '127.0.0.1'));
