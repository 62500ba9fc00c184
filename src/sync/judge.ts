import { Injectable } from '@nestjs/common';
import { DirectoryStore, type Pair } from '../store/directory.store.js';
import type { SourceState } from '../store/source-state.store.js';
import type { SyncConnection } from '../store/sync-connections.js';
import { Decisions } from './decisions.js';
import { gateFacts } from './gate-facts.js';
import { gate, type Held } from './gate.js';
import { countKnown } from './known-people.js';
import type { Plan } from './plan.js';
import type { Source } from './read-source.js';
import { keyOf } from './source-key.js';

/** What a complete read would do, and whether it may. */
export type Judged = {
  /** What holds the whole run, or null. */
  readonly held: Held | null;
  /** Somebody has said yes to all that is held. */
  readonly allowed: boolean;
  /** What waits for a word of its own, while the rest of the run goes on; or null. */
  readonly aside: Held | null;
  /** Known, and not in the answer; to be looked up before anybody believes it. */
  readonly missing: readonly string[];
  /** People there again under another key, as somebody has said; and their new keys. */
  readonly relinks: readonly Pair[];
  readonly relinked: readonly string[];
  /** New keys that wait for such a word or for a mended directory, and the old keys that are not missing meanwhile. */
  readonly leftOut: readonly string[];
  readonly notMissing: readonly string[];
};

/** Weighs a complete read: rules on plain data, beside what was decided before. */
@Injectable()
export class Judge {
  constructor(
    private readonly directories: DirectoryStore,
    private readonly decisions: Decisions,
  ) {}

  /** Judges a plan. Pairs that wait for a word hold themselves, and hold the whole run only with something else. */
  async judge(
    connection: SyncConnection,
    source: Source,
    plan: Plan,
    past: { readonly state: SourceState; readonly configuration: string },
    approve: string | null,
  ): Promise<Judged> {
    const key = keyOf(source);
    const { state, configuration } = past;
    const readBefore = state.lastCompleteAt !== null;
    const changed = state.configuration !== null && state.configuration !== configuration;
    const pairs =
      readBefore && plan.created.size > 0
        ? await this.directories.relinkable(connection, key, plan.created, (one) => plan.has(one))
        : [];
    const { approved, open } = await this.decisions.sortPairs(key, pairs);
    plan.hideAgain([...approved, ...open]);
    const facts = gateFacts(plan, plan.missing(), [...approved, ...open], countKnown(plan.known), {
      readBefore,
      newConfiguration: changed ? configuration.slice(0, 16) : null,
      marks: state.marks,
      recent: await this.decisions.recentLosses(key),
    });
    const held = withPairs(gate(facts), open);
    const waiting: Held = { rules: ['RECREATED'], held: entriesOf(open) };
    const allowed = held !== null && (await this.decisions.allow(key, held, approve));
    const linked =
      open.length > 0 &&
      (allowed || (held === null && (await this.decisions.allow(key, waiting, approve))));
    const relinks = linked ? [...approved, ...open] : approved;
    const waits = linked ? [] : open;
    return {
      held,
      allowed,
      aside: held === null && waits.length > 0 ? waiting : null,
      missing: facts.missing,
      relinks,
      relinked: relinks.map((pair) => pair.to),
      leftOut: [...waits.map((pair) => pair.to), ...plan.doubtful],
      notMissing: waits.map((pair) => pair.from),
    };
  }
}

function withPairs(held: Held | null, open: readonly Pair[]): Held | null {
  if (held === null || open.length === 0) return held;
  const entries = new Set([...held.held, ...entriesOf(open)]);
  return { rules: [...held.rules, 'RECREATED'], held: [...entries].toSorted() };
}

function entriesOf(pairs: readonly Pair[]): readonly string[] {
  return pairs.map(({ from, to }) => `RELINK:${from}:${to}`).toSorted();
}
