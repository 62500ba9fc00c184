// Runs before every npm script on whatever Node the machine has, with nothing installed: installs what
// is missing and, when asked to `build`, builds what is out of date. When all is there it only looks.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const installed = join('node_modules', '.installed-from');
const built = join('dist', '.built-from');

if (majorOf(process.versions.node) < 20)
  fail(`Node 20 or newer is needed to install, and this is ${process.versions.node}.`);
install();
const node = newestNode();
if (process.argv[2] === 'build') build();

function install() {
  const lock = readFileSync('package-lock.json');
  const wanted = hash(lock);
  if (read(installed) === wanted) return;
  if (!matches(JSON.parse(lock))) {
    say('Installing what package-lock.json names (npm ci), about half a minute.');
    // The folder that npm ci removes must not hold the Node that npm runs on.
    const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !inModules(folder));
    const { error, status } = spawnSync(
      'npm',
      ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--include=dev', '--include=optional'],
      {
        stdio: 'inherit',
        shell: process.platform === 'win32',
        env: { ...process.env, PATH: path.join(delimiter) },
      },
    );
    if (error) fail(`npm cannot be run (${error.code}): install npm, which comes with Node.`);
    if (status !== 0) fail('npm ci failed; what it says stands above.');
  }
  writeFileSync(installed, wanted);
}

/** Whether somebody's own npm ci has already installed what the lock names. */
function matches(lock) {
  const there = read(join('node_modules', '.package-lock.json'));
  if (there === null) return false;
  const found = JSON.parse(there).packages;
  return Object.entries(lock.packages).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    // What is optional is left out on platforms that it is not for.
    return found[path] ? found[path].version === version : optional === true;
  });
}

function build() {
  const sources = hash(
    ['src', 'migrations', 'tsconfig.json', 'nest-cli.json', installed].flatMap(filesOf).join('\n'),
  );
  if (read(built) === sources && existsSync(join('dist', 'src', 'main.js'))) return;
  say('Building (nest build, vite build).');
  const nest = join('node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const { status } = spawnSync(node, [nest, 'build'], { stdio: 'inherit' });
  if (status !== 0) fail('The build failed; what it says stands above.');
  buildPages();
  writeFileSync(built, sources);
}

/** After the program, whose build empties the folder. */
function buildPages() {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  // In this order: the first one empties the folder of both.
  for (const folder of ['', 'staff-directory']) {
    const config = join('src', 'pages', folder, 'vite.config.ts');
    const { status } = spawnSync(node, [vite, 'build', '--config', config], { stdio: 'inherit' });
    if (status !== 0) fail('The pages could not be built; what is wrong stands above.');
  }
}

/** The Node 24 that npm installed, or on other platforms the machine's own. */
function newestNode() {
  const [system, ending] = process.platform === 'win32' ? ['win', '.exe'] : [process.platform, ''];
  const packaged = join('node_modules', `node-${system}-${process.arch}`, 'bin', `node${ending}`);
  if (existsSync(packaged)) return packaged;
  if (majorOf(process.versions.node) < 24)
    fail(
      `Node 24 or newer is needed, this is ${process.versions.node}, and npm has none for ${system} ${process.arch}: install Node 24.`,
    );
  return process.execPath;
}

/** Each file below a path with its time and size, one a line. */
function filesOf(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return [];
  if (entry.isDirectory()) return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
  return [`${path} ${entry.mtimeMs} ${entry.size}`];
}

function inModules(path) {
  return /[\\/]node_modules([\\/]|$)/.test(path);
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex');
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
