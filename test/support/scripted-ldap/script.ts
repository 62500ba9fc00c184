import type { BindAsked, RootDseAsked, SearchAsked, StartTlsAsked } from './asked.js';
import type { Behaviour } from './behaviour.js';

/** What the server does with each kind of request; as usual where nothing is said. */
export type Script = {
  /** With a connection, from 1: serve it, cut it, or take its bytes and never say a word, not even in TLS. */
  readonly accept?: (connection: number) => 'serve' | 'cut' | 'silence';
  readonly bind?: (asked: BindAsked) => Behaviour;
  readonly search?: (asked: SearchAsked) => Behaviour;
  readonly rootDse?: (asked: RootDseAsked) => Behaviour;
  readonly startTls?: (asked: StartTlsAsked) => Behaviour;
};
