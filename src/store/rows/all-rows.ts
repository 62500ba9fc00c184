import { AbsenceReasonSettingRow } from './absence-reason-setting.row.js';
import { AbsenceRow } from './absence.row.js';
import { AddedNumberRow } from './added-number.row.js';
import { ApiKeyRow } from './api-key.row.js';
import { AuditEntryRow } from './audit-entry.row.js';
import { AuditSealRow } from './audit-seal.row.js';
import { DepartmentDecisionRow } from './department-decision.row.js';
import { CalendarReturnRow } from './calendar-return.row.js';
import { ContactRequestRow } from './contact-request.row.js';
import { DirectoryNumberRow } from './directory-number.row.js';
import { DirectorySourceRow } from './directory-source.row.js';
import { ExchangeStateRow } from './exchange-state.row.js';
import { FindingRow } from './finding.row.js';
import { ForwardingRow } from './forwarding.row.js';
import { HeldPlanRow } from './held-plan.row.js';
import { LevelLoweringRow } from './level-lowering.row.js';
import { LevelRiseRow } from './level-rise.row.js';
import { LineStateRow } from './line-state.row.js';
import { MunicipalityRow } from './municipality.row.js';
import { MunicipalitySettingsRow } from './municipality-settings.row.js';
import { NamedViewerRow } from './named-viewer.row.js';
import { PersonLocalRow } from './person-local.row.js';
import { PersonRow } from './person.row.js';
import { PhoneReportRow } from './phone-report.row.js';
import { PresenceSessionRow } from './presence-session.row.js';
import { RiseUndoRow } from './rise-undo.row.js';
import { RoleGrantRow } from './role-grant.row.js';
import { SyncLossRow } from './sync-loss.row.js';
import { SyncRejectionRow } from './sync-rejection.row.js';
import { SyncRunRow } from './sync-run.row.js';
import { UnitDutyRow } from './unit-duty.row.js';
import { UnitRow } from './unit.row.js';
import { AnswerGroupMemberRow } from './answer-group-member.row.js';
import { OpeningHoursRow } from './opening-hours.row.js';
import { UnitContactRow } from './unit-contact.row.js';
import { StandInRow } from './stand-in.row.js';
import { BestReachedRow } from './best-reached.row.js';
import { NumberGreetingRow } from './number-greeting.row.js';
import { PersonSubjectWordRow } from './person-subject-word.row.js';
import { UnitSubjectWordRow } from './unit-subject-word.row.js';
import { ReceiptRow } from './receipt.row.js';
import { SearchTermRow } from './search-term.row.js';
import { SearchWordRow } from './search-word.row.js';
import { StreamClockRow } from './stream-clock.row.js';
import { StreamEntryRow } from './stream-entry.row.js';
import { StreamHeadRow } from './stream-head.row.js';
import { StreamResetRow } from './stream-reset.row.js';

/** Tables that the program may add to and read, and never alter. */
export const appendOnlyRows = [AuditEntryRow, AuditSealRow];

/** Tables that the program reads and writes. */
export const keptRows = [
  AbsenceReasonSettingRow,
  AbsenceRow,
  AddedNumberRow,
  ApiKeyRow,
  CalendarReturnRow,
  DepartmentDecisionRow,
  ContactRequestRow,
  DirectoryNumberRow,
  DirectorySourceRow,
  ExchangeStateRow,
  FindingRow,
  ForwardingRow,
  HeldPlanRow,
  LevelLoweringRow,
  LevelRiseRow,
  LineStateRow,
  MunicipalityRow,
  MunicipalitySettingsRow,
  NamedViewerRow,
  PersonLocalRow,
  PersonRow,
  PhoneReportRow,
  PresenceSessionRow,
  RiseUndoRow,
  RoleGrantRow,
  SyncLossRow,
  SyncRejectionRow,
  SyncRunRow,
  UnitDutyRow,
  UnitRow,
  AnswerGroupMemberRow,
  BestReachedRow,
  NumberGreetingRow,
  OpeningHoursRow,
  PersonSubjectWordRow,
  UnitSubjectWordRow,
  ReceiptRow,
  StandInRow,
  UnitContactRow,
];

/** Tables that the database's triggers write; the program reads them, and takes out what is a day old. */
export const streamRows = [StreamClockRow, StreamEntryRow, StreamHeadRow, StreamResetRow];

/** Tables that the database's triggers write, and the program reads. */
export const foundByRows = [SearchTermRow, SearchWordRow];

/** Every table of the program, as TypeORM sees it; a drift test holds them against the migrations. */
export const allRows = [...keptRows, ...appendOnlyRows, ...streamRows, ...foundByRows];
