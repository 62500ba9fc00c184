import { Module } from '@nestjs/common';
import { AbsenceReasonsStore } from './absence-reasons.store.js';
import { AbsencesStore } from './absences.store.js';
import { ApiKeysStore } from './api-keys.store.js';
import { AuditSealsStore } from './audit-seals.store.js';
import { AuditStore } from './audit.store.js';
import { DatabaseHealth } from './database-health.js';
import { DependentsStore } from './dependents.store.js';
import { DialSequencesStore } from './dial-sequences.store.js';
import { DirectoryStore } from './directory.store.js';
import { DueStore } from './due.store.js';
import { FindingsStore } from './findings.store.js';
import { FollowUpStore } from './follow-up.store.js';
import { ForwardingsStore } from './forwardings.store.js';
import { GrantsStore } from './grants.store.js';
import { HeldPlansStore } from './held-plans.store.js';
import { LevelRisesStore } from './level-rises.store.js';
import { LinesStore } from './lines.store.js';
import { LocalFactsStore } from './local-facts.store.js';
import { MunicipalitiesStore } from './municipalities.store.js';
import { ListsStore } from './lists.store.js';
import { PeopleStore } from './people.store.js';
import { SettingsStore } from './settings.store.js';
import { SourceStateStore } from './source-state.store.js';
import { SearchStore } from './search.store.js';
import { SourcePeopleStore } from './source-people.store.js';
import { CalendarsStore } from './calendars.store.js';
import { ContactRequestsStore } from './contact-requests.store.js';
import { LoweringsStore } from './lowerings.store.js';
import { NamedViewersStore } from './named-viewers.store.js';
import { PositionsStore } from './positions.store.js';
import { PresenceSessionsStore } from './presence-sessions.store.js';
import { PresentationsStore } from './presentations.store.js';
import { ReceiptsStore } from './receipts.store.js';
import { ReportedForwardingsStore } from './reported-forwardings.store.js';
import { RevealsStore } from './reveals.store.js';
import { RelationsStore } from './relations.store.js';
import { RiseUndosStore } from './rise-undos.store.js';
import { SourcesStore } from './sources.store.js';
import { StreamWake } from './stream-wake.js';
import { QuickReads } from './quick-reads.js';
import { SyncConnections } from './sync-connections.js';
import { SyncHistoryStore } from './sync-history.store.js';
import { SyncRunsStore } from './sync-runs.store.js';
import { PersonAnsweringStore } from './person-answering.store.js';
import { UnitAnsweringStore } from './unit-answering.store.js';
import { UnitDutiesStore } from './unit-duties.store.js';

const stores = [
  AbsenceReasonsStore,
  AbsencesStore,
  ApiKeysStore,
  AuditSealsStore,
  CalendarsStore,
  AuditStore,
  DatabaseHealth,
  DependentsStore,
  DialSequencesStore,
  DirectoryStore,
  DueStore,
  FindingsStore,
  FollowUpStore,
  ForwardingsStore,
  GrantsStore,
  HeldPlansStore,
  LevelRisesStore,
  LinesStore,
  LocalFactsStore,
  MunicipalitiesStore,
  ListsStore,
  PeopleStore,
  QuickReads,
  SourceStateStore,
  SearchStore,
  SourcePeopleStore,
  ContactRequestsStore,
  LoweringsStore,
  NamedViewersStore,
  PositionsStore,
  PresenceSessionsStore,
  PresentationsStore,
  ReceiptsStore,
  ReportedForwardingsStore,
  RevealsStore,
  RelationsStore,
  RiseUndosStore,
  SettingsStore,
  SourcesStore,
  StreamWake,
  SyncConnections,
  SyncHistoryStore,
  SyncRunsStore,
  PersonAnsweringStore,
  UnitAnsweringStore,
  UnitDutiesStore,
];

@Module({ providers: stores, exports: stores })
export class StoreModule {}
