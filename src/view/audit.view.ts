import { Injectable } from '@nestjs/common';
import { RecordReads } from '../audit/record-reads.js';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { globalId, parseGlobalId, type MunicipalityCode, type PersonId } from '../kernel/ids.js';
import type { Page } from '../kernel/page.js';
import type { Viewer } from '../kernel/viewer.js';
import type { AuditAction, AuditOrigin } from '../kernel/audit-words.js';
import { auditOf } from '../policy/authority.js';
import { isCaseReference } from '../staff/case-reference.js';
import { AuditStore, type KeptFact } from '../store/audit.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { Cursors } from './cursors.js';
import { pageSize } from './page-size.js';
import type { MunicipalityView } from './person-view.js';
import { municipalityView } from './place-view.js';

/** What auditors get to know of something recorded; of somebody PROTECTED neither the person nor the object, unless a case was named. */
export type AuditEntryView = {
  readonly at: Date;
  readonly actor: string;
  readonly roles: string;
  readonly action: AuditAction;
  readonly origin: AuditOrigin;
  readonly personId: string | null;
  readonly objectId: string | null;
  readonly fields: readonly string[];
  readonly purpose: string | null;
  readonly sealHash: string | null;
};

/** Who read a person: for the person the organisation only, for auditors the actor too. */
export type AccessEntryView = {
  readonly at: Date;
  readonly action: AuditAction;
  readonly roles: string;
  /** Null for a system or somebody who serves all municipalities. */
  readonly municipality: MunicipalityView | null;
  readonly actor: string | null;
  readonly fields: readonly string[];
  readonly purpose: string | null;
};

/** A page as a client asks for it. */
export type AuditPageWanted = { readonly first: number; readonly after: string | null };

/** Which entries an auditor asks for. */
export type AuditLogWanted = AuditPageWanted & {
  readonly objectId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly caseReference: string | null;
};

/** What a viewer gets to know of who did and who read what. */
@Injectable()
export class AuditView {
  constructor(
    private readonly audit: AuditStore,
    private readonly reads: RecordReads,
    private readonly municipalities: MunicipalitiesStore,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** A page of the record of the auditor's own municipality, the newest first. Throws BAD_USER_INPUT. */
  async log(viewer: Viewer, wanted: AuditLogWanted): Promise<Page<AuditEntryView>> {
    const { objectId, from, to, caseReference, after } = wanted;
    const first = pageSize(wanted.first);
    const context = ['auditLog', viewer, objectId, from, to, caseReference];
    const position = after === null ? null : this.cursors.read(after, context);
    const municipality = auditOf(viewer);
    if (municipality === null) return nothing;
    const ref = objectId === null ? null : parseGlobalId(objectId);
    const about = ref?.kind === 'PERSON' ? ref.id : null;
    const object = about === null ? objectId : null;
    if (caseReference !== null) {
      if (!isCaseReference(caseReference)) throw noReference();
      const purpose = caseReference;
      await this.reads.ofAudit(viewer, { about, object, purpose }, this.clock.now());
    }
    const withHidden = caseReference !== null;
    const narrow = { municipality, about, object, from, to, withHidden };
    const found = await this.audit.entries(narrow, { first: first + 1, after: position });
    return this.page(found, wanted, context, (fact) => auditEntryView(fact, withHidden));
  }

  /**
   * A page of who read a person, for the person and for the municipality's auditors; for anybody else it
   * is as empty as that of somebody who does not exist, and nothing is looked up. Throws BAD_USER_INPUT.
   */
  async accesses(
    viewer: Viewer,
    personId: PersonId,
    wanted: AuditPageWanted,
  ): Promise<Page<AccessEntryView>> {
    const first = pageSize(wanted.first);
    const context = ['accessLog', viewer, personId];
    const position = wanted.after === null ? null : this.cursors.read(wanted.after, context);
    const self = viewer.personId === personId;
    const municipality = self ? null : auditOf(viewer);
    if (!self && municipality === null) return nothing;
    if (!self) {
      const what = { about: personId, object: null, purpose: null };
      await this.reads.ofAudit(viewer, what, this.clock.now());
    }
    const page = { first: first + 1, after: position };
    const found = await this.audit.accesses(personId, municipality, page);
    return this.page(found, wanted, context, (fact) => this.accessView(fact, !self));
  }

  private accessView(fact: KeptFact, withActor: boolean): AccessEntryView {
    return {
      at: fact.at,
      action: fact.action,
      roles: fact.roles,
      municipality: this.municipality(fact.organisation),
      actor: withActor ? fact.actor : null,
      fields: fact.fields,
      purpose: fact.purpose,
    };
  }

  private municipality(code: MunicipalityCode | null): MunicipalityView | null {
    const municipality = code === null ? null : this.municipalities.byCode(code);
    return municipality && municipalityView(municipality);
  }

  private page<T>(
    found: readonly KeptFact[],
    { first, after }: AuditPageWanted,
    context: unknown,
    view: (fact: KeptFact) => T,
  ): Page<T> {
    const edge = this.cursors.edges(context);
    return {
      edges: found.slice(0, first).map((fact) => edge(fact, view(fact))),
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
    };
  }
}

const nothing = { edges: [], hasNextPage: false, hasPreviousPage: false };

function auditEntryView(fact: KeptFact, withHidden: boolean): AuditEntryView {
  const shown = withHidden || !fact.hidden;
  return {
    at: fact.at,
    actor: fact.actor,
    roles: fact.roles,
    action: fact.action,
    origin: fact.origin,
    personId: shown && fact.about !== null ? globalId('PERSON', fact.about) : null,
    objectId: shown ? fact.object : null,
    fields: fact.fields,
    // A case leads to a person too.
    purpose: shown ? fact.purpose : null,
    sealHash: fact.seal,
  };
}

function noReference(): AppError {
  return new AppError(
    'BAD_USER_INPUT',
    '"caseReference" must have 1 to 100 characters, and no personnummer.',
  );
}
