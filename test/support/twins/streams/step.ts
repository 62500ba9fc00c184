import { rut } from '../hidden-person.js';

/** One change, made in every world alike; where the person is not, a statement about that one finds nobody. */
export type Step = {
  readonly name: string;
  /** Statements of the owner of the tables, at an instant. */
  readonly statements: (now: Date) => readonly string[];
  /** So many seconds pass after them, which is the change. */
  readonly seconds?: number;
  /** Why not even an OPEN person makes a difference to anybody. */
  readonly silent?: string;
};

/** Changes in groups, each of which stands by itself. */
export type Groups = readonly (readonly Step[])[];

/** Somebody's id, as SQL. */
export const idOf = (email: string) => `(select id from person where email = '${email}')`;
/** The person's id, which is null where the person is not. */
export const she = idOf(rut.email);
/** The person's row `p`, if there is one. */
export const ofHer = `from person p where p.email = '${rut.email}'`;
/** Somebody's unit, as SQL. */
export const unitOf = (email: string) => `(select unit_id from person where email = '${email}')`;
/** So many seconds after an instant, as SQL. */
export const instant = (now: Date, seconds: number) =>
  `'${new Date(now.getTime() + seconds * 1_000).toISOString()}'::timestamptz`;
/** A change of these statements, the same at any time. */
export const step = (name: string, ...statements: readonly string[]): Step => ({
  name,
  statements: () => statements,
});
/** Ids of what is made here, the same in every world. */
export const absence = '00000000-0000-4000-8000-00000000a001';
export const forwarding = '00000000-0000-4000-8000-00000000f001';

/** Reports those absent whom a from clause gives as `p`. */
export const absent = (id: string, about: string, from: string, to: string) =>
  `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version)
   select '${id}', '1861', p.id, 'MEETING', ${from}, ${to}, 'EXACT', false, 'OPERATOR', 1 ${about}`;
/** Forwards the calls of those whom a from clause gives as `p`. */
export const forwarded = (
  id: string,
  about: string,
  condition: string,
  target: string,
  until: string,
) =>
  `insert into forwarding (id, municipality_code, person_id, condition, origin, layer, target_kind, target_person_id, active, valid_until, source, version)
   select '${id}', '1861', p.id, '${condition}', 'ANY', 'PBX', ${target}, true, ${until}, 'PHONE_SYSTEM', 1 ${about}`;
/** Changes the person's row. */
export const person = (set: string) => `update person set ${set} where email = '${rut.email}'`;
