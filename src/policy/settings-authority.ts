import type { MunicipalityCode } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import { audiencesOf, type Audience } from './audience.js';
import { anybodyIn } from './subject.js';

const readers: readonly Audience[] = ['OFFICER', 'AUDITOR', 'TECHNICIAN'];
const writers: readonly Audience[] = ['OFFICER'];
/** Digits and codes have to agree with the telephone system's, which technicians look after; labels cannot tell more of anybody. */
const reasonWriters: readonly Audience[] = ['OFFICER', 'TECHNICIAN'];

/** Whether the viewer may see the municipality's own settings: its officers and auditors, and technicians. */
export function maySeeSettings(viewer: Viewer, municipality: MunicipalityCode): boolean {
  return isOneOf(readers, viewer, municipality);
}

/** Whether the viewer may change them: an officer of that municipality, and nobody for another one. */
export function maySetSettings(viewer: Viewer, municipality: MunicipalityCode): boolean {
  return isOneOf(writers, viewer, municipality);
}

/** Whether the viewer may choose the municipality's reasons for absence: its officers, and technicians. */
export function maySetReasons(viewer: Viewer, municipality: MunicipalityCode): boolean {
  return isOneOf(reasonWriters, viewer, municipality);
}

function isOneOf(allowed: readonly Audience[], viewer: Viewer, municipality: MunicipalityCode) {
  const audiences = audiencesOf(viewer, anybodyIn(municipality));
  return audiences.some((audience) => allowed.includes(audience));
}
