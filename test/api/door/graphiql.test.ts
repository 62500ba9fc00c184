import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { configFrom } from '../../../src/config/config.js';
import { send, startDoor } from '../../support/door/door.js';
import { startTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let door: Awaited<ReturnType<typeof startDoor>>;
beforeAll(async () => {
  app = await startTestApp();
  door = await startDoor(app, { graphiql: true });
}, 60_000);
afterAll(async () => {
  await door?.stop();
  await app?.stop();
});

const load = (path: string) => send(new URL(path, `${door.url}/graphiql`).href, {});
/** What a page makes a browser load, or go to. */
const references = /(?:src|href|action)="([^"]*)"/g;

describe('GraphiQL, where it is configured', () => {
  test('loads nothing from elsewhere, and everything that it names is there with the right type', async () => {
    const page = await load('graphiql');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const named = [...page.text.matchAll(references)].map(([, path = '']) => path);
    const files = named.filter((path) => path !== 'data:,');
    expect(files).toHaveLength(6);
    for (const file of files) {
      expect(file).toMatch(/^graphiql\/[a-z.-]+\.(js|css)$/);
      const { status, headers, text } = await load(file);
      const type = file.endsWith('.js') ? 'text/javascript' : 'text/css';
      expect([file, status, headers.get('content-type')]).toEqual([
        file,
        200,
        `${type}; charset=utf-8`,
      ]);
      expect(text.length).toBeGreaterThan(100);
      if (file.endsWith('.css'))
        expect(text.match(/@import|url\(\s*["']?(?!["']?data:|#)/g) ?? []).toEqual([]);
    }
  });

  test('has no script in the page, and a policy that allows none', async () => {
    const { headers, text } = await load('graphiql');
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:|<style|\sstyle=/i);
    const policy = new Map(
      (headers.get('content-security-policy') ?? '')
        .split('; ')
        .map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  test('keeps the key, and what was asked, in memory', async () => {
    const { text } = await load('graphiql/bootstrap.js');
    expect(text).not.toMatch(/localStorage|sessionStorage|cookie|indexedDB/);
    expect(text).toContain('storage');
  });

  test.each([
    '..%2fconfig.js',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    'package.json',
    'page.html.map',
    'constructor',
  ])('serves no file but its own: %s', async (name) => {
    expect((await load(`graphiql/${name}`)).status).toBe(404);
  });
});

describe('GraphiQL', () => {
  test('is not there if nothing is said', async () => {
    for (const path of ['', '/bootstrap.js', '/graphiql.min.js']) {
      const { status, text } = await send(`${app.url}/graphiql${path}`, {});
      expect([status, text]).toEqual([404, '{"status":"refused"}']);
    }
  });

  test('is on, off, or a mistake', () => {
    const graphiql = (word: string) => configFrom({ ...app.environment, GRAPHIQL: word }).graphiql;
    expect([graphiql('on'), graphiql('off')]).toEqual([true, false]);
    expect(() => graphiql('yes')).toThrow('GRAPHIQL must be on or off.');
  });
});
