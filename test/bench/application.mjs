// The program in a process of its own, built as in service, so that its memory is its own: it reads its
// one directory whenever it is told to, and ends when its parent lets go of it or is gone.
import 'reflect-metadata';
import { configFrom } from '../../dist/src/config/config.js';
import { startApp } from '../../dist/src/start.js';
import { SyncSchedule } from '../../dist/src/sync/sync-schedule.js';
import { SyncSource } from '../../dist/src/sync/sync-source.js';

const patienceMilliseconds = 5_000;
let app = null;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), patienceMilliseconds).unref();
  void Promise.resolve(app?.close()).finally(() => process.exit(0));
});

app = await startApp(configFrom(process.env));
const sync = app.get(SyncSource, { strict: false });
const [source] = app.get(SyncSchedule).sources();

process.on('message', () => void run());
process.send('ready');

/** A run that throws ends the process, and the parent shows what it said. */
async function run() {
  const [began, cpuBefore] = [performance.now(), process.cpuUsage()];
  const report = await sync.run(source);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const { rejections, ...numbers } = report ?? { rejections: [], status: 'TAKEN' };
  process.send({
    ...numbers,
    rejected: rejections.length,
    seconds,
    cpuSeconds: (user + system) / 1e6,
  });
}
