import type { TestApp } from './app.js';

/** A key or token of every kind of viewer, by what the tests call it; those named here are nobody in particular. */
export async function everyViewer(app: TestApp): Promise<Readonly<Record<string, string>>> {
  return {
    ...app.keys,
    employeeHallsberg: await app.token('employee', '1861'),
    employeeLaxa: await app.token('employee', '1860'),
    officerHallsberg: await app.token('officer', '1861'),
    officerLaxa: await app.token('officer', '1860'),
  };
}

/** The names of those for whom an OPEN person of Hallsberg exists: all of them. */
export const everybody = [
  'operator',
  'technician',
  'employeeHallsberg',
  'employeeLaxa',
  'officerHallsberg',
  'officerLaxa',
  'intranetHallsberg',
  'intranetLaxa',
  'phoneSystem',
  'integration',
];

/** The names of those for whom a PROTECTED person of Hallsberg does not exist. */
export const outsiders = everybody.filter((name) => name !== 'officerHallsberg');
