import type { MunicipalityCode, UnitId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import type { ProtectionLevel } from '../kernel/words.js';
import { audiencesOf, type Audience } from './audience.js';
import { anybodyIn, type Subject } from './subject.js';
import { allows, type Rule } from './rule.js';

const self: readonly Audience[] = ['SELF'];
const ofTheUnit: readonly Audience[] = ['MANAGER', 'PHONE_RESPONSIBLE'];

/** Who may alter what, by the level of the person whom it is about (P15, P17). */
const authority = {
  setAbsence: {
    OPEN: ['SELF', 'OPERATOR', ...ofTheUnit],
    RESTRICTED: ['SELF', 'OPERATOR', ...ofTheUnit],
    PROTECTED: self,
  },
  /** The person's calendar, brought by the person or by a system of the municipality. */
  importCalendar: {
    OPEN: ['SELF', 'INTEGRATION_CALENDAR'],
    RESTRICTED: ['SELF', 'INTEGRATION_CALENDAR'],
    PROTECTED: self,
  },
  setForwarding: {
    OPEN: ['SELF', 'OPERATOR', 'TECHNICIAN', ...ofTheUnit],
    RESTRICTED: ['SELF', 'OPERATOR', 'TECHNICIAN', ...ofTheUnit],
    PROTECTED: self,
  },
  setNumbers: {
    OPEN: ['TECHNICIAN', ...ofTheUnit],
    RESTRICTED: ['TECHNICIAN', ...ofTheUnit],
    PROTECTED: [],
  },
  /** Presence is said by whoever is present (P15). */
  setPresence: { OPEN: self, RESTRICTED: self, PROTECTED: self },
  /** Who usually answers instead; an operator who was told on the telephone keeps it too (P17). */
  setStandIns: {
    OPEN: ['SELF', 'OPERATOR', ...ofTheUnit],
    RESTRICTED: ['SELF', 'OPERATOR', ...ofTheUnit],
    PROTECTED: self,
  },
  setBestReached: {
    OPEN: ['SELF', ...ofTheUnit],
    RESTRICTED: ['SELF', ...ofTheUnit],
    PROTECTED: self,
  },
  /** Of a RESTRICTED person, nobody else sees the numbers: whoever named one would learn whether it is there. */
  setGreeting: { OPEN: ['SELF', 'TECHNICIAN', ...ofTheUnit], RESTRICTED: self, PROTECTED: self },
  setSharedLine: {
    OPEN: ['TECHNICIAN', ...ofTheUnit],
    RESTRICTED: ['TECHNICIAN', ...ofTheUnit],
    PROTECTED: [],
  },
  /**
   * What somebody handles is said by who answers for it, and for functions without a unit by technicians. Not by
   * operators: they may change an alias card as any entry, and a card with words would say something of a person.
   */
  setSubjectWords: {
    OPEN: ['SELF', 'TECHNICIAN', ...ofTheUnit],
    RESTRICTED: ['SELF', 'TECHNICIAN', ...ofTheUnit],
    PROTECTED: self,
  },
  setProtection: { OPEN: ['OFFICER'], RESTRICTED: ['OFFICER'], PROTECTED: ['OFFICER'] },
  setPresentation: { OPEN: [], RESTRICTED: [], PROTECTED: ['SELF', 'OFFICER'] },
  nameViewer: { OPEN: [], RESTRICTED: [], PROTECTED: ['OFFICER'] },
} as const satisfies Record<string, Rule>;

/** An alteration that somebody must be allowed to make. */
export type Action = keyof typeof authority;

/**
 * What may be altered of an alias card, as of any entry: those who do it know of no person behind it.
 * A number or a level would say something of one.
 */
const onAliasCards: readonly Action[] = [
  'setAbsence',
  'importCalendar',
  'setForwarding',
  'setStandIns',
];

/** Whether the viewer may make this alteration to a person of this level. */
export function may(
  viewer: Viewer,
  action: Action,
  subject: Subject & { readonly protectionLevel: ProtectionLevel; readonly aliasCard: boolean },
): boolean {
  if (subject.aliasCard && !onAliasCards.includes(action)) return false;
  return allows(authority[action], subject.protectionLevel, audiencesOf(viewer, subject));
}

/** Whether the viewer may make this alteration for a unit as a whole; of whom in it, is asked person by person. */
export function mayInUnit(
  viewer: Viewer,
  action: Action,
  unit: { readonly id: UnitId; readonly municipality: MunicipalityCode },
): boolean {
  const audiences = audiencesOf(viewer, anybodyIn(unit.municipality, unit.id));
  return allows(authority[action], 'OPEN', audiences);
}

/** The municipality whose record the viewer may read; null for everybody but auditors. */
export function auditOf(viewer: Viewer): MunicipalityCode | null {
  const { municipality } = viewer;
  if (municipality === null) return null;
  return audiencesOf(viewer, anybodyIn(municipality)).includes('AUDITOR') ? municipality : null;
}

/** The municipality whose rises the viewer may see and, with another officer, undo; null for everybody but officers. */
export function risesOf(viewer: Viewer): MunicipalityCode | null {
  return officeOf(viewer);
}

/** The municipality whose confidentiality officer the viewer is; null for everybody else. */
export function officeOf(viewer: Viewer): MunicipalityCode | null {
  const { municipality } = viewer;
  if (municipality === null) return null;
  return audiencesOf(viewer, anybodyIn(municipality)).includes('OFFICER') ? municipality : null;
}
