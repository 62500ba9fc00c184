import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { DirectorySession, Pages } from '../ldap/directory-session.js';
import type { DnDigest } from '../ldap/dn-digest.js';
import { keyOf as keyOfEntry } from '../ldap/entry-key.js';
import { canFollow, laneAttribute, type Position } from '../ldap/position.js';
import type { RawEntry } from '../ldap/raw-entry.js';
import { configurationOf, mappingVersion } from '../ldap/source-hash.js';
import { withDirectory } from '../ldap/with-directory.js';
import { clearStage, stage } from '../store/staging.js';
import type { SyncConnection } from '../store/sync-connections.js';
import type { RunReport } from '../store/sync-runs.store.js';
import { Decisions } from './decisions.js';
import { gateFacts, regainedBy } from './gate-facts.js';
import { gate, lossesOf } from './gate.js';
import { countStates, knownPeople } from './known-people.js';
import { Plan, type PersonWrite, type Rise } from './plan.js';
import { readSource, type Source } from './read-source.js';
import { reportOf } from './report.js';
import { Rises } from './rises.js';
import { keyOf } from './source-key.js';
import { SyncStores } from './sync-stores.js';

/** Keeps the record of a run that the lane found worth one. */
type Recorder = (id: string, rises: Rises, read: () => Promise<RunReport>) => Promise<RunReport>;

/** More changes than this are no trickle: the next complete read takes them. */
const mostChanges = 2_000;

/**
 * Between complete reads: what has changed since, where the server can tell. It creates and updates,
 * and raises levels; it never has anybody missing, and what the gate would hold it leaves alone.
 */
@Injectable()
export class FastLane {
  readonly #log = new Logger('sync');

  constructor(
    private readonly stores: SyncStores,
    private readonly decisions: Decisions,
    private readonly clock: Clock,
  ) {}

  /** Follows the source once. Null when there was nothing to do, or nothing that the lane may do. */
  async follow(
    source: Source,
    connection: SyncConnection,
    digest: DnDigest,
    record: Recorder,
  ): Promise<RunReport | null> {
    const { directory, municipality, password } = source;
    const key = keyOf(source);
    const state = await this.stores.states.of(key);
    const same =
      state.configuration === configurationOf(directory, municipality) &&
      state.mapping === mappingVersion(directory, municipality, digest('mapping'));
    const from = same ? positionOf(source, state.lane) : null;
    if (from === null) return null;
    return withDirectory(directory, password, async (session) => {
      await this.stores.states.bindAccepted(key);
      const now = await session.position();
      if (now === null || !canFollow(from, now)) {
        // Rule R9: another domain controller's count says nothing here.
        await this.stores.states.forgetLane(key);
        this.#log.log(`sync.lane_forgotten source=${key.id}`);
        return null;
      }
      if (now.at === from.at) return null;
      const changes = await changesSince(session, source, from);
      if (changes === null) return null;
      const known = {
        people: await knownPeople(
          this.stores.directories.knownByKeys(connection, key, changes.keys),
        ),
        levels: await this.stores.directories.levels(connection, key),
      };
      const plan = new Plan(known);
      const writes: PersonWrite[] = [];
      const rises: Rise[] = [];
      const outlet = {
        raise: async (some: readonly Rise[]) => void rises.push(...some),
        stage: async (some: readonly PersonWrite[]) => void writes.push(...some),
        progress: () => undefined,
      };
      const options = { since: null, sameMapping: true, now: this.clock.now() };
      // All of them, where somebody is written: what is below a renamed one has another name too, and
      // is not among the changes. People whose unit is not found are without one until they change again.
      const unitsNow = () => session.units(writes.length > 0 ? null : from);
      const read = { ...session, people: changes.people, units: unitsNow };
      const units = await readSource(read, source, plan, outlet, options);
      if (writes.length + rises.length + plan.reappeared.length === 0) return null;
      const at = this.clock.now();
      const id = await this.stores.runs.start(key, { kind: 'DELTA', trigger: 'SCHEDULE' }, at);
      const raising = new Rises(this.stores.levelRises, connection, source, id);
      return record(id, raising, async () => {
        await raising.raise(rises, at);
        raising.tell(plan.countMarked(), plan.seen);
        const { facts, leftOut } = await this.weigh(connection, source, plan);
        if (gate(facts) !== null) {
          // Until the next complete read, which is held, or carried out.
          await this.stores.states.forgetLane(key);
          const report = reportOf(plan, session.server, { ...nobody, raised: raising.count });
          const message = 'More than the fast lane may do: the next complete read decides.';
          return { ...report, status: 'ABORTED', created: 0, updated: 0, disabled: 0, message };
        }
        await clearStage(connection, key);
        await stage(connection, key, writes, digest);
        const beside = { ...nobody, leftOut, raised: raising.count };
        let final = reportOf(plan, session.server, beside);
        await this.stores.directories.carryOut(
          connection,
          key,
          {
            units,
            staged: writes.length,
            known: plan.updated.length,
            relinked: [],
            leftOut,
            notMissing: [],
            reappeared: plan.reappeared,
            losses: lossesOf(facts),
            regained: regainedBy(plan),
            lane: { server: now.server, position: now.at },
            at,
            complete: null,
          },
          digest,
          async (tx, counted) => {
            final = { ...final, ...counted };
            await this.stores.runs.close(tx, id, key, final, at);
          },
        );
        await clearStage(connection, key);
        return final;
      });
    });
  }

  private async weigh(connection: SyncConnection, source: Source, plan: Plan) {
    const key = keyOf(source);
    // Perhaps somebody who is there already, under another key: the complete read will know.
    const pairs = await this.stores.directories.relinkable(
      connection,
      key,
      plan.created,
      () => false,
    );
    plan.hideAgain(pairs);
    const before = countStates(await this.stores.directories.countStates(connection, key));
    const facts = gateFacts(plan, [], [], before, {
      readBefore: true,
      newConfiguration: null,
      marks: {},
      recent: await this.decisions.recentLosses(key),
    });
    return { facts, leftOut: [...pairs.map((pair) => pair.to), ...plan.doubtful] };
  }
}

const nobody = { missing: [], leftScope: [], relinked: [], leftOut: [] } as const;

function positionOf(
  { directory }: Source,
  lane: { readonly server: string; readonly position: string } | null,
): Position | null {
  const attribute = laneAttribute(directory);
  if (lane === null || attribute === null) return null;
  return { server: lane.server, attribute, at: lane.position };
}

/** The people who changed, to be read as a session gives them; null when it is too much. */
async function changesSince(session: DirectorySession, { directory }: Source, since: Position) {
  const pages: (readonly RawEntry[])[][] = [];
  const keys: string[] = [];
  for (let search = 0; search <= directory.others.length; search += 1) {
    const found: (readonly RawEntry[])[] = [];
    for await (const page of session.people(search, since)) {
      found.push(page);
      keys.push(...page.map((entry) => keyOfEntry(entry) ?? ''));
      if (keys.length > mostChanges) return null;
    }
    pages.push(found);
  }
  async function* people(search: number): Pages {
    yield* pages[search] ?? [];
  }
  return { keys, people };
}
