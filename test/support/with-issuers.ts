import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { configFrom } from '../../src/config/config.js';
import type { IssuerConfig } from '../../src/config/issuer-config.js';
import { startApp } from '../../src/start.js';
import type { Answer, TestApp } from './app.js';

/** An issuer as a directories file names it; what is left out is as usual. */
export type IssuerEntry = Pick<IssuerConfig, 'issuer' | 'audience' | 'jwks'> &
  Partial<IssuerConfig>;

/** Another process of the program, over the same database, that trusts other issuers. */
export type SecondProgram = {
  readonly url: string;
  ask(token: string, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
};

type File = { municipalities: { code: string; issuers?: readonly IssuerEntry[] }[] };

/** Starts it beside a running program, on the same clock, with these issuers by municipality. */
export async function startWithIssuers(
  app: TestApp,
  issuers: Readonly<Record<string, readonly IssuerEntry[]>>,
): Promise<SecondProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  const described = parse(readFileSync(app.environment['DIRECTORIES_FILE'] ?? '', 'utf8')) as File;
  const municipalities = described.municipalities.map((one) => ({
    ...one,
    issuers: issuers[one.code] ?? [],
  }));
  const file = join(folder, 'directories.yaml');
  writeFileSync(file, stringify({ municipalities }));
  const config = configFrom({ ...app.environment, DIRECTORIES_FILE: file });
  const second = await startApp(config, app.clock);
  const url = (await second.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    url,
    ask: async (token, query, variables) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { status: response.status, text, ...(JSON.parse(text) as Pick<Answer, 'data'>) };
    },
    stop: async () => {
      await second.close();
      rmSync(folder, { recursive: true });
    },
  };
}
