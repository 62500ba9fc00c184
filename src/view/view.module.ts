import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { StoreModule } from '../store/store.module.js';
import { AbsenceReasonsView } from './absence-reasons.view.js';
import { AuditView } from './audit.view.js';
import { ContactRequestsView } from './contact-requests.view.js';
import { Cursors } from './cursors.js';
import { DirectoryView } from './directory.view.js';
import { FindingsView } from './findings.view.js';
import { FollowUp } from './follow-up.js';
import { GrantsView } from './grants.view.js';
import { HeldPlansView } from './held-plans.view.js';
import { KeepFindings } from './keep-findings.js';
import { KeysView } from './keys.view.js';
import { LiveStreams } from './live.js';
import { Dependents } from './live/dependents.js';
import { EventCursors } from './live/event-cursors.js';
import { LiveHub } from './live/live-hub.js';
import { OpenStream } from './live/open-stream.js';
import { WatchedEntries } from './live/watched-entries.js';
import { LoweringsView } from './lowerings.view.js';
import { NodesView } from './nodes.view.js';
import { PeopleView } from './people.view.js';
import { RevealNumbers } from './reveal-numbers.js';
import { RisesView } from './rises.view.js';
import { SearchView } from './search.view.js';
import { SettingsViews } from './settings.view.js';
import { SourcesView } from './sources.view.js';
import { SyncRunsView } from './sync-runs.view.js';
import { UnitsView } from './units.view.js';

const views = [
  AbsenceReasonsView,
  AuditView,
  ContactRequestsView,
  DirectoryView,
  FindingsView,
  GrantsView,
  HeldPlansView,
  KeepFindings,
  KeysView,
  LoweringsView,
  NodesView,
  PeopleView,
  RevealNumbers,
  RisesView,
  SearchView,
  SettingsViews,
  SourcesView,
  SyncRunsView,
  UnitsView,
];

@Module({
  imports: [AuditModule, PresenceModule, StoreModule],
  providers: [
    Cursors,
    Dependents,
    EventCursors,
    FollowUp,
    OpenStream,
    { provide: LiveStreams, useClass: LiveHub },
    WatchedEntries,
    ...views,
  ],
  exports: [LiveStreams, OpenStream, WatchedEntries, ...views],
})
export class ViewModule {}
