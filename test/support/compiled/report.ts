import { appendFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { executeBothWays } from './checked.js';

/**
 * Where BOTH_WAYS names a file, has every query of a program executed both ways (as the test of all the
 * other tests does), and gives what adds to that file how many there were. That throws when answers differed.
 */
export function reportBothWays(app: INestApplication): () => void {
  const file = process.env['BOTH_WAYS'];
  if (!file) return () => undefined;
  const checked = executeBothWays(app);
  return () => {
    appendFileSync(file, `${checked.compiled} ${checked.plain} ${checked.differences.length}\n`);
    if (checked.differences.length > 0) throw new Error(checked.differences.slice(0, 5).join('\n'));
  };
}
