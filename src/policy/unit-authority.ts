import type { MunicipalityCode, UnitId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import { audiencesOf, type Audience } from './audience.js';
import { ofTheUnit } from './rule.js';
import { anybodyIn } from './subject.js';

const keepers: readonly Audience[] = ['TECHNICIAN', ...ofTheUnit];

/** Whether the viewer may say who answers in a unit, when, and whom it turns to with faults: those who lead or answer for it or a unit above (P11, P12), and technicians. */
export function mayKeepUnit(
  viewer: Viewer,
  { id, municipality }: { readonly id: UnitId; readonly municipality: MunicipalityCode },
): boolean {
  const audiences = audiencesOf(viewer, anybodyIn(municipality, id));
  return keepers.some((audience) => audiences.includes(audience));
}
