// Clients of the client library in a process of their own, as on machines of their own: it can be stopped as a whole,
// and takes no time from whoever tests.
import { watchDirectory } from '../../../src/client/watch-directory.js';
import type { DirectoryWatch } from '../../../src/client/watch-options.js';
import type { WatchState } from '../../../src/client/watch-state.js';
import { until } from '../until.js';
import { faultOf, shownIn, stormFields, type Shown, type StormEntry } from './storm-entry.js';

/** Whose clients there are to be, how many of each, and of which servers. */
export type Opening = {
  readonly urls: readonly string[];
  readonly holders: readonly { readonly token: string; readonly clients: number }[];
};
/** What is asked of the clients. */
export type Order =
  | { readonly open: Opening }
  | { readonly look: true }
  | { readonly forget: true }
  | { readonly compare: Readonly<Record<string, Shown>> };

/** How the clients are, and what they went through since that was forgotten; milliseconds are the machine's. */
export type Look = {
  readonly live: number;
  readonly breaks: number;
  /** Of the client with most: tries until it was live again. */
  readonly tries: number;
  readonly relists: number;
  /** Who has stopped for good, and why. */
  readonly stopped: readonly string[];
  /** When the last one of them was live again. */
  readonly backAt: number;
  /** From commit to picture, of the changes that say when they were committed. */
  readonly delays: readonly number[];
};
/** What is answered to an order. */
export type Report =
  | { readonly done: true }
  | { readonly failed: string }
  | { readonly look: Look }
  | { readonly faults: readonly string[] };

const atOnce = 25;
const now = () => performance.timeOrigin + performance.now();

class Member {
  readonly watch: DirectoryWatch<StormEntry>;
  breaks = 0;
  relists = 0;
  mostTries = 0;
  backAt = 0;
  delays: number[] = [];
  #tries = 0;
  #before: WatchState['kind'] = 'LISTING';

  constructor(
    urls: readonly string[],
    readonly token: string,
  ) {
    this.watch = watchDirectory({
      url: urls,
      token: () => token,
      fields: stormFields,
      onState: ({ kind }) => this.#become(kind),
      onChange: ({ changed }) => {
        // What is listed, or came after a break, was not waited for from its commit on.
        if (this.#before === 'LIVE') for (const { title } of changed) this.#arrived(title);
      },
    });
  }

  #become(kind: WatchState['kind']): void {
    if (kind === 'LIVE') {
      this.backAt = now();
      this.#tries = 0;
    }
    // The break itself, after which there is a try, and then each try that fails.
    if (kind === 'RECONNECTING') {
      this.#tries += 1;
      this.mostTries = Math.max(this.mostTries, this.#tries);
    }
    if (kind === 'RECONNECTING' && this.#before === 'LIVE') this.breaks += 1;
    if (kind === 'LISTING' && this.#before !== 'LISTING') this.relists += 1;
    this.#before = kind;
  }

  #arrived(title: string | null | undefined): void {
    const committed = /^t(\d+)$/.exec(title ?? '')?.[1];
    if (committed !== undefined) this.delays.push(now() - Number(committed));
  }

  forget(): void {
    Object.assign(this, { breaks: 0, relists: 0, mostTries: 0, backAt: 0, delays: [] });
  }
}

const members: Member[] = [];
const isLive = ({ watch }: Member) => watch.state.kind === 'LIVE';

/** A few at a time, as clients come in the morning. */
async function open({ urls, holders }: Opening): Promise<Report> {
  const tokens = holders.flatMap(({ token, clients }) => Array<string>(clients).fill(token));
  for (let from = 0; from < tokens.length; from += atOnce) {
    members.push(...tokens.slice(from, from + atOnce).map((token) => new Member(urls, token)));
    await until('a crowd that is live', 60_000, async () => members.every(isLive) || null);
  }
  return forget();
}

function look(): Report {
  const most = (of: (member: Member) => number) => Math.max(...members.map(of));
  const sum = (of: (member: Member) => number) =>
    members.reduce((all, member) => all + of(member), 0);
  const look: Look = {
    live: members.filter(isLive).length,
    breaks: sum(({ breaks }) => breaks),
    tries: most(({ mostTries }) => mostTries),
    relists: sum(({ relists }) => relists),
    stopped: members.flatMap(({ watch: { state } }) =>
      state.kind === 'STOPPED' ? [state.message] : [],
    ),
    backAt: most(({ backAt }) => backAt),
    delays: members.flatMap(({ delays }) => delays),
  };
  return { look };
}

function forget(): Report {
  for (const member of members) member.forget();
  return { done: true };
}

/** Of each client whose picture is not right, the first fault. */
function compare(expected: Readonly<Record<string, Shown>>): Report {
  const faults = members.flatMap((member) => {
    const { watch, token } = member;
    if (!isLive(member)) return `${watch.state.kind} instead of LIVE`;
    return faultOf(shownIn(watch.picture), expected[token] ?? {}) ?? [];
  });
  return { faults };
}

process.on('message', (order: Order) => {
  if ('open' in order)
    void open(order.open).then(answer, (error: Error) => answer({ failed: error.message }));
  else if ('compare' in order) answer(compare(order.compare));
  else answer('look' in order ? look() : forget());
});
process.on('disconnect', () => process.exit(0));

function answer(report: Report): void {
  process.send?.(report);
}
