import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { findingRules, type FindingRule } from '../../../src/kernel/finding-words.js';
import type { MunicipalityCode, PersonId } from '../../../src/kernel/ids.js';
import type { Reach } from '../../../src/kernel/viewer.js';
import { DependentsStore } from '../../../src/store/dependents.store.js';
import { DueStore } from '../../../src/store/due.store.js';
import { FindingsStore } from '../../../src/store/findings.store.js';
import { FollowUpStore } from '../../../src/store/follow-up.store.js';
import { LinesStore } from '../../../src/store/lines.store.js';
import { MunicipalitiesStore } from '../../../src/store/municipalities.store.js';
import { PositionsStore } from '../../../src/store/positions.store.js';
import { PresenceSessionsStore } from '../../../src/store/presence-sessions.store.js';
import { SyncConnections, type SyncConnection } from '../../../src/store/sync-connections.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import { inMinutes, now } from '../../support/people.js';

type Owner = { readonly personId: PersonId; readonly municipality: MunicipalityCode };

/** Each statement about lines, presence and findings, sent once. */
export function liveCalls(
  source: DataSource,
  owner: () => Promise<Owner>,
): Record<string, () => Promise<unknown>> {
  const use = <T>(work: (connection: SyncConnection) => Promise<T>) =>
    work(source.createQueryRunner());
  const connections = Object.assign(Object.create(SyncConnections.prototype) as object, { use });
  const findings = new FindingsStore(source, connections as SyncConnections);
  const municipalities = new MunicipalitiesStore(source);
  const followUp = new FollowUpStore(source, municipalities);
  const everybody = async () => {
    const { municipality } = await owner();
    const people = [`OPEN:${municipality}` as const];
    const nobody = { known: [], findByEmail: [], findByEmployeeId: [] };
    const reach: Reach = { people, ...nobody, findByDirect: [], findByMobile: [] };
    return { reach, municipality };
  };
  const lines = new LinesStore(source);
  const sessions = new PresenceSessionsStore(source);
  const positions = new PositionsStore(source);
  const times = { reportSeq: '1', observedAt: now, expiresAt: inMinutes(5) };
  const named = { e164: '+46582009999' as E164, extension: null };
  const idle = { ...named, ...times, status: 'IDLE' } as const;
  const free = { ...times, availability: 'AVAILABLE', activity: 'AVAILABLE' } as const;
  const say = async (sessionId: string) => sessions.say(await owner(), { ...free, sessionId }, now);
  const due = new DueStore(source);
  const minutes = [{ at: inMinutes(5), weekday: 2, time: '08:00' }];
  return {
    'DependentsStore.undisclosedDependents': async () => {
      const { moved } = await positions.undisclosedMoved(0, 3);
      await new DependentsStore(source).undisclosedDependents(
        moved,
        { managers: 1, now },
        { cells: [], known: [] },
      );
    },
    'DueStore.move': async () => {
      const nothing = () => ({ minutes: [], midnights: [], occurrences: [] });
      expect(await due.move(now, nothing)).toBe(false);
      const { personId: id } = await owner();
      const occurrences = [{ at: inMinutes(5), id }];
      const midnights = [inMinutes(6)];
      const found = { minutes, midnights, occurrences };
      expect(await due.move(inMinutes(10), () => found)).toBe(false);
    },
    'FindingsStore.keep': async () => {
      const { personId, municipality } = await owner();
      const one = (rule: FindingRule) => ({ rule, personId, unitId: null });
      await findings.keep(municipality, [one('NO_NUMBER'), one('OVERDUE_RETURN')], now);
      await findings.keep(municipality, [one('NO_NUMBER'), one('STALE_NUMBER')], inMinutes(5));
    },
    'FindingsStore.since': async () => {
      const { personId } = await owner();
      expect(await findings.since([personId])).toEqual([
        { rule: 'NO_NUMBER', about: personId, since: now },
        { rule: 'STALE_NUMBER', about: personId, since: inMinutes(5) },
      ]);
    },
    'FindingsStore.exclusively': () => findings.exclusively(async () => undefined),
    'PositionsStore.forgetDayOld': () => positions.forgetDayOld(now),
    'PositionsStore.head': () => positions.head(),
    'PositionsStore.undisclosedMoved': async () => {
      const { personId } = await owner();
      const { moved } = await positions.undisclosedMoved(0, 1_000);
      expect(moved.map(({ id }) => id)).toContain(personId);
    },
    'FollowUpStore.people': async () => {
      const { reach, municipality } = await everybody();
      const near = { units: [], personId: null, rules: [] };
      const wanted = { municipality, below: null, near, elsewhere: findingRules };
      const page = { first: 200, after: null };
      await followUp.people(reach, wanted, page, now);
    },
    'FollowUpStore.units': async () => {
      const { reach, municipality } = await everybody();
      await followUp.units(reach, { municipality });
    },
    'LinesStore.report': () =>
      lines.report({ dialPlan: 'sydnarke.test', full: true, lines: [idle] }, now),
    'LinesStore.eraseExpired': () => lines.eraseExpired(now),
    'PresenceSessionsStore.report': () =>
      sessions.report(
        'sydnarke.test',
        [{ ...named, ...free, personId: null, sessionId: 'desk' }],
        now,
      ),
    'PresenceSessionsStore.say': () => say('0'),
    'PresenceSessionsStore.takeBack': async () => sessions.takeBack((await owner()).personId, '0'),
    'PresenceSessionsStore.say, in the place of one that is silent': async () => {
      for (let i = 1; i < 10; i += 1) expect(await say(String(i))).toBe(true);
      const { personId, municipality } = await owner();
      expect(
        await sessions.say({ personId, municipality }, { ...free, sessionId: '10' }, now),
      ).toBe(true);
    },
    'PresenceSessionsStore.eraseExpired': () => sessions.eraseExpired(now),
  };
}
