import { expect } from '@jest/globals';
import type { RunReport } from '../../src/store/sync-runs.store.js';
import type { ScriptedLdap } from './scripted-ldap.js';
import { samplePeople, samplePerson } from './scripted-ldap/sample-people.js';
import type { SearchAsked } from './scripted-ldap/asked.js';
import { asUsual, type Behaviour } from './scripted-ldap/behaviour.js';
import type { Script } from './scripted-ldap/script.js';
import type { SyncedSources } from './synced-source.js';

/** What is to be kept of a run that failed: the sentence, and numbers if they are not all nought. */
export type Kept = {
  readonly message: RegExp;
  readonly [column: string]: unknown;
};

const noNumbers = {
  seen: 0,
  created: 0,
  updated: 0,
  missing: 0,
  removed: 0,
  rejected: 0,
  server: null,
};

/** Whether it is a page of people; other searches are for units and groups. */
export const ofPeople = ({ filter }: SearchAsked): boolean => filter.includes('inetOrgPerson');

/** Does something with the pages of people alone. */
export function inPeople(behaviour: Behaviour | ((asked: SearchAsked) => Behaviour)): Script {
  const on = typeof behaviour === 'function' ? behaviour : () => behaviour;
  return { search: (asked) => (ofPeople(asked) ? on(asked) : asUsual) };
}

let titles = 0;

/**
 * A run goes wrong: it is kept as failed and has changed nothing. The directory is itself again, with
 * another title for its first person, and the next run takes that and nothing else.
 */
export async function withstand(
  synced: SyncedSources,
  ldap: ScriptedLdap,
  fault: Script | (() => Promise<RunReport | null>),
  kept: Kept,
  people = samplePeople(5),
): Promise<void> {
  const before = await synced.facts();
  if (typeof fault === 'function') await fault();
  else {
    ldap.change({ script: fault });
    await synced.sync();
  }
  const { message, ...columns } = kept;
  const run = await synced.lastRun();
  expect(run.message).toMatch(message);
  // One sentence on one line, without the words of a library or a class.
  expect(run.message).not.toMatch(/\n|\b[A-Z][a-z]+(Request|Error|Exception)\b|\b0x/);
  expect(run).toMatchObject({ status: 'FAILED', ...noNumbers, ...columns });
  expect(await synced.facts()).toBe(before);
  await ldap.untilClosed();
  await recover(synced, ldap, people);
}

/** A healthy run with another title for the first of the people, which is taken, and nothing else. */
export async function recover(
  synced: SyncedSources,
  ldap: ScriptedLdap,
  people = samplePeople(5),
): Promise<void> {
  titles += 1;
  const title = `Handläggare ${titles}`;
  ldap.change({
    script: {},

    people: [samplePerson(1, { title: [title] }), ...people.slice(1)],
  });
  expect(await synced.sync()).toMatchObject({
    status: 'SUCCEEDED',
    message: null,
    server: ldap.url,
    seen: people.length,
    created: 0,
    updated: 1,
    missing: 0,
  });
  expect(await synced.facts()).toContain(title);
  await ldap.untilClosed();
}
