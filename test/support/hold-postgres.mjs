// Starts an embedded PostgreSQL for the state directory named as its argument, prints the server's
// process id, and lives until it is killed: the process that tests end without warning.
import './typescript.mjs';

const { startPostgres } = await import('../../src/demo/postgres.ts');
const { pid } = await startPostgres(process.argv[2], { durable: false });
process.stdout.write(`${pid}\n`);
setInterval(() => undefined, 60_000);
