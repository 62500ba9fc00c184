import { Injectable } from '@nestjs/common';
import type { ContactRequestId } from '../kernel/ids.js';
import type { Page } from '../kernel/page.js';
import type { Viewer } from '../kernel/viewer.js';
import { officeOf } from '../policy/authority.js';
import type { E164 } from '../staff/phone-number.js';
import { ContactRequestsStore } from '../store/contact-requests.store.js';
import { Cursors } from './cursors.js';
import { pageSize } from './page-size.js';

/** Somebody's wish, for the officers of a municipality to pass on or to let be. */
export type ContactRequestView = {
  readonly id: ContactRequestId;
  readonly name: string;
  readonly callerNumber: E164;
  readonly message: string;
  readonly sentAt: Date;
  readonly handledAt: Date | null;
};

/** A list of wishes as a client asks for it. */
export type ContactsWanted = {
  readonly first: number;
  readonly after: string | null;
  readonly includeHandled: boolean;
};

/** The officers' inbox; for everybody else there is none. */
@Injectable()
export class ContactRequestsView {
  constructor(
    private readonly requests: ContactRequestsStore,
    private readonly cursors: Cursors,
  ) {}

  /** A page of the own municipality's wishes, the newest first. Throws BAD_USER_INPUT. */
  async page(viewer: Viewer, wanted: ContactsWanted): Promise<Page<ContactRequestView>> {
    const { after, includeHandled } = wanted;
    const first = pageSize(wanted.first);
    const context = ['contactRequests', viewer, includeHandled];
    const position = after === null ? null : this.cursors.read(after, context);
    const municipality = officeOf(viewer);
    const found =
      municipality === null
        ? []
        : await this.requests.page(municipality, includeHandled, {
            first: first + 1,
            after: position,
          });
    const page = found.slice(0, first);
    const edge = this.cursors.edges(context);
    return {
      edges: page.map((kept) =>
        edge(kept, {
          id: kept.id,
          name: kept.name,
          callerNumber: kept.returnNumber,
          message: kept.message,
          sentAt: kept.sentAt,
          handledAt: kept.handledAt,
        }),
      ),
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
    };
  }
}
