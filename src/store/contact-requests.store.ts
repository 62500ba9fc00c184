import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { ContactRequestId, MunicipalityCode } from '../kernel/ids.js';
import type { PagePosition } from '../kernel/page.js';
import type { E164 } from '../staff/phone-number.js';
import { recordFacts } from './audit-writes.js';
import { ContactRequestRow } from './rows/contact-request.row.js';

/** Somebody's wish to be called back by a person who perhaps does not exist. */
export type ContactWish = {
  readonly id: ContactRequestId;
  readonly municipality: MunicipalityCode;
  readonly name: string;
  readonly returnNumber: E164;
  readonly message: string;
  readonly sentAt: Date;
};

/** A wish as it is kept, with where it stands in the list; `handledAt` is null until an officer has dealt with it. */
export type KeptContact = PagePosition &
  ContactWish & { readonly id: ContactRequestId; readonly handledAt: Date | null };

/** Wishes for the officers of a municipality. None is tied to an entry: nobody is looked up. */
@Injectable()
export class ContactRequestsStore {
  constructor(private readonly database: DataSource) {}

  /** Keeps a wish, and that one was sent. */
  async add({ municipality, ...wish }: ContactWish, fact: AuditFact): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = { ...wish, municipalityCode: municipality, handledAt: null };
      await tx.insert(ContactRequestRow, row);
      await recordFacts(tx, [fact]);
    });
  }

  /** One page of a municipality's wishes, the newest first, after a position; the handled ones only if they are wanted. */
  async page(
    municipality: MunicipalityCode,
    includeHandled: boolean,
    page: { readonly first: number; readonly after: PagePosition | null },
  ): Promise<readonly KeptContact[]> {
    const { first, after } = page;
    const position = [after?.sortKey ?? null, after?.id ?? null];
    return this.database.query(contactsPage, [municipality, includeHandled, ...position, first]);
  }

  /** Marks a wish of this municipality as dealt with; false when there is none that waits. */
  async handle(
    id: ContactRequestId,
    municipality: MunicipalityCode,
    fact: AuditFact,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.update(
        ContactRequestRow,
        { id, municipalityCode: municipality, handledAt: IsNull() },
        { handledAt: fact.at },
      );
      if (affected === 1) await recordFacts(tx, [fact]);
      return affected === 1;
    });
  }

  /** Deletes what was dealt with at this instant or before. Returns how many. */
  async deleteHandledBy(instant: Date): Promise<number> {
    const result = await this.database
      .getRepository(ContactRequestRow)
      .delete({ handledAt: LessThanOrEqual(instant) });
    return result.affected ?? 0;
  }
}

const contactsPage = `
  select r.id, r.municipality_code as municipality, r.name, r.return_number as "returnNumber", r.message,
      r.sent_at as "sentAt", r.handled_at as "handledAt",
      to_char(r.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
    from contact_request r
   where r.municipality_code = $1 and ($2::boolean or r.handled_at is null)
     and ($3::timestamptz is null or (r.sent_at, r.id) < ($3::timestamptz, $4::uuid))
   order by r.sent_at desc, r.id desc
   limit $5`;
