import { Injectable } from '@nestjs/common';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import { AuditStore } from '../store/audit.store.js';
import { auditFactOf } from './audit-fact-of.js';

/** Somebody whose reading has to be recorded, and whose record it is. */
export type Read = { readonly id: PersonId; readonly municipality: MunicipalityCode };

/** Records who reads whom, before anything is shown. */
@Injectable()
export class RecordReads {
  constructor(private readonly audit: AuditStore) {}

  /** Records that a viewer reads these PROTECTED people, in one statement; none for nobody. Throws when it cannot: then nothing may be shown. */
  async ofProtected(viewer: Viewer, people: readonly Read[], at: Date): Promise<void> {
    const action = 'READ_PROTECTED';
    await this.audit.record(
      people.map(({ id, municipality }) =>
        auditFactOf(viewer, { at, municipality, action, about: id, fields: ['Person'] }),
      ),
    );
  }

  /** Records that an auditor reads the record with a reference to a case, or of whom it is about. Throws when it cannot. */
  async ofAudit(
    viewer: Viewer,
    what: {
      readonly about: PersonId | null;
      readonly object: string | null;
      readonly purpose: string | null;
    },
    at: Date,
  ): Promise<void> {
    const { municipality } = viewer;
    await this.audit.record([
      auditFactOf(viewer, { at, municipality, action: 'READ_AUDIT', ...what }),
    ]);
  }
}
