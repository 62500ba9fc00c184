import type { TestApp } from '../../support/app.js';
import { child } from '../child.js';
import { compiledAndPlain, compiledGoal, page } from '../compiled-ways.js';
import { compared, inTurns } from '../in-turns.js';
import { middle, part, verdict } from '../ratios.js';

const turns = { warm: 3, milliseconds: 1_500 };

/** The page from the program as it is and with Apollo's plain execution, and what asking for nothing costs. */
export async function besidePlain(app: TestApp, rounds: number): Promise<readonly string[]> {
  const clients = child('./http-clients.ts');
  try {
    const measured = async (query: string) => {
      const ways = compiledAndPlain(app, query);
      try {
        return await inTurns(clients, ways, { ...turns, counted: rounds });
      } finally {
        ways[0].begin?.();
      }
    };
    const { lines, rate } = compared(['compiled', 'plain'], await measured(page));
    const empty = await measured('{ __typename }');
    const rates = empty[0].map(({ perSecond }) => perSecond);
    const noise = (part(rates, 1) / part(rates, 0)).toFixed(2);
    return [
      `c  the same page, compiled and as Apollo executes it (${rounds} rounds)`,
      ...lines,
      `  ${verdict(`>= ${compiledGoal}`, rate >= compiledGoal)}`,
      '',
      'nothing but the way to the door and back ({ __typename }), 2 clients',
      ...compared(['compiled', 'plain'], empty).lines,
      `  the machine's noise: of ${rates.length} turns of the same, the quickest was ${noise} times the slowest (median ${middle(rates).toFixed(0)} a second)`,
    ];
  } finally {
    clients.stop();
  }
}
