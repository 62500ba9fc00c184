import type { EntityManager } from 'typeorm';

/** Whatever sends statements: a connection of a sealer, or the owner's transaction. */
export type AuditConnection = Pick<EntityManager, 'query'>;

/** A seal as it is kept. Instants are texts to the microsecond: what is hashed must be what is there. */
export type Seal = {
  readonly municipality: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly sealedAt: string;
  /** The month (UTC) that its rows are of, or that it says was dropped. */
  readonly month: string;
  readonly dropped: boolean;
  /** The ids of the rows, as PostgreSQL writes an int8multirange. */
  readonly ids: string;
  /** How many rows it covers; of a dropped month, how many went. */
  readonly rows: number;
  /** The hash of the rows; of a dropped month, empty. */
  readonly content: string;
  /** The hash of the seal before; empty for the first. */
  readonly previous: string;
  readonly hash: string;
};

/** A row as it is sealed: every column, as one text. */
export type SealedLine = { readonly id: string; readonly month: string; readonly line: string };
