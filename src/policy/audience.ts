import type { Viewer } from '../kernel/viewer.js';
import type { Subject } from './subject.js';

/** What a viewer is to one subject. A viewer may be several of these at once, and gets the union. */
export type Audience =
  | 'SELF'
  | 'NAMED'
  | 'MANAGER'
  | 'PHONE_RESPONSIBLE'
  | 'COLLEAGUE'
  | 'COLLEAGUE_ELSEWHERE'
  | 'OPERATOR'
  | 'TECHNICIAN'
  | 'OFFICER'
  | 'AUDITOR'
  | 'INTRANET'
  | 'INTRANET_ELSEWHERE'
  | 'PHONE_SYSTEM'
  | 'INTEGRATION'
  | 'INTEGRATION_MOBILE'
  | 'INTEGRATION_ABSENCE'
  | 'INTEGRATION_CALENDAR';

function managesUnitOf(viewer: Viewer, { unitId }: Subject): boolean {
  return unitId !== null && viewer.managed.has(unitId);
}

/** Whom the directory names as somebody's manager is that person's manager, also without a duty in the unit. */
function isSupervisorOf(viewer: Viewer, { id, managerId }: Subject): boolean {
  return managerId !== null && managerId === viewer.personId && managerId !== id;
}

/** What the viewer is to the subject, decided from who is asking and where the subject works. */
export function audiencesOf(viewer: Viewer, subject: Subject): readonly Audience[] {
  const own = viewer.municipality === subject.municipality;
  const audiences: Audience[] = [];
  if (subject.id !== null && viewer.personId === subject.id) audiences.push('SELF');
  if (subject.id !== null && viewer.named.has(subject.id)) audiences.push('NAMED');
  if (managesUnitOf(viewer, subject) || isSupervisorOf(viewer, subject)) audiences.push('MANAGER');
  if (subject.unitId !== null && viewer.answeredFor.has(subject.unitId))
    audiences.push('PHONE_RESPONSIBLE');
  for (const role of viewer.roles) {
    switch (role) {
      case 'EMPLOYEE':
        audiences.push(own ? 'COLLEAGUE' : 'COLLEAGUE_ELSEWHERE');
        break;
      case 'OFFICER':
      case 'AUDITOR':
        if (own) audiences.push(role);
        break;
      case 'INTRANET_KEY':
        audiences.push(own ? 'INTRANET' : 'INTRANET_ELSEWHERE');
        break;
      case 'OPERATOR':
      case 'TECHNICIAN':
        audiences.push(role);
        break;
      case 'PHONE_SYSTEM_KEY':
        audiences.push('PHONE_SYSTEM');
        break;
      case 'INTEGRATION_KEY':
        audiences.push('INTEGRATION');
        if (own && viewer.scopes.includes('NUMBERS_MOBILE')) audiences.push('INTEGRATION_MOBILE');
        if (viewer.scopes.includes('ABSENCE_READ')) audiences.push('INTEGRATION_ABSENCE');
        if (own && viewer.scopes.includes('CALENDAR_WRITE')) audiences.push('INTEGRATION_CALENDAR');
        break;
    }
  }
  return audiences;
}

/** Whether the viewer serves a municipality: operators and technicians all of them, everybody else the own one. */
export function serves(viewer: Viewer, municipality: string): boolean {
  const everywhere = viewer.roles.includes('OPERATOR') || viewer.roles.includes('TECHNICIAN');
  return everywhere || viewer.municipality === null || viewer.municipality === municipality;
}
