import 'reflect-metadata';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Ett samtal needs Node 24 or newer, and this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}
// Loaded after the check: older versions could not even read some of what it imports.
const { run } = await import('./run.js');
await run();
