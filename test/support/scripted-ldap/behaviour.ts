import type { Answer, UsualAnswer } from './answer.js';
import type { Step } from './wire.js';

/**
 * What a server does with one request: what it says, when that is not the usual, and how that gets
 * over the wire. The entries' messages come first, the result's last. Two that do not touch the same
 * half can be had at once: `{ ...emptyPage, ...drip(20) }`.
 */
export type Behaviour = {
  readonly answer?: (usual: UsualAnswer) => Answer;
  readonly send?: (messages: readonly Buffer[]) => readonly Step[];
};

export const asUsual: Behaviour = {};
