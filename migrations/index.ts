import { AbsenceReasons1790000000014 } from './0014-absence-reasons.js';
import { Answering1790000000018 } from './0018-answering.js';
import { Audit1790000000007 } from './0007-audit.js';
import { ForwardingReports1790000000016 } from './0016-forwarding-reports.js';
import { FirstFacts1790000000001 } from './0001-first-facts.js';
import { Keys1790000000009 } from './0009-keys.js';
import { Leavers1790000000003 } from './0003-leavers.js';
import { Levels1790000000011 } from './0011-levels.js';
import { LiveFacts1790000000017 } from './0017-live-facts.js';
import { Positions1790000000019 } from './0019-positions.js';
import { Dependents1790000000020 } from './0020-dependents.js';
import { PeopleStay1790000000013 } from './0013-people-stay.js';
import { RecurrenceAndCalendars1790000000015 } from './0015-recurrence-and-calendars.js';
import { Relations1790000000008 } from './0008-relations.js';
import { Settings1790000000012 } from './0012-settings.js';
import { SubjectWords1790000000021 } from './0021-subject-words.js';
import { SearchBeginnings1790000000023 } from './0023-search-beginnings.js';
import { SearchWords1790000000022 } from './0022-search-words.js';
import { SourceConfiguration1790000000004 } from './0004-source-configuration.js';
import { SourcesAndHeldPlans1790000000002 } from './0002-sources-and-held-plans.js';
import { TrustedSync1790000000005 } from './0005-trusted-sync.js';
import { UndoneRises1790000000006 } from './0006-undone-rises.js';
import { UnitLines1790000000024 } from './0024-unit-lines.js';

/** Every migration, oldest first. One that has landed is never edited. */
export const migrations = [
  FirstFacts1790000000001,
  SourcesAndHeldPlans1790000000002,
  Leavers1790000000003,
  SourceConfiguration1790000000004,
  TrustedSync1790000000005,
  UndoneRises1790000000006,
  Audit1790000000007,
  Relations1790000000008,
  Keys1790000000009,
  Levels1790000000011,
  Settings1790000000012,
  PeopleStay1790000000013,
  AbsenceReasons1790000000014,
  RecurrenceAndCalendars1790000000015,
  ForwardingReports1790000000016,
  LiveFacts1790000000017,
  Answering1790000000018,
  Positions1790000000019,
  Dependents1790000000020,
  SubjectWords1790000000021,
  SearchWords1790000000022,
  SearchBeginnings1790000000023,
  UnitLines1790000000024,
];
