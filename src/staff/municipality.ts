import type { MunicipalityCode, MunicipalityId } from '../kernel/ids.js';
import type { E164 } from './phone-number.js';

/** A municipality of the cooperation. Municipalities are data: a fourth one is configuration. */
export type Municipality = {
  readonly id: MunicipalityId;
  readonly code: MunicipalityCode;
  readonly name: string;
  readonly switchboardNumber: E164;
  /** National form of the area code, such as "0582". */
  readonly areaCode: string;
  /** How many digits an internal short number has. */
  readonly extensionDigits: number;
  /** The plan within which extensions are unique; also their `phone-context` (RFC 3966). */
  readonly dialPlan: string;
  /** Beginnings of the E.164 numbers that belong to the municipality. */
  readonly numberSeries: readonly string[];
};

/** Whether a number begins as the numbers of a series do. */
export function isInSeries(e164: E164, numberSeries: readonly string[]): boolean {
  return numberSeries.some((start) => e164.startsWith(start));
}

/** The label of a number that nobody may be named for: made from the number series alone, never from an entry. */
export function seriesLabel(e164: E164, municipalities: readonly Municipality[]): string {
  const owner = municipalities.find((m) => isInSeries(e164, m.numberSeries));
  return owner === undefined ? 'Okänt nummer' : genitive(owner.name);
}

/** "Hallsbergs kommun", but "Laxå kommun" and "Askersunds kommun" as they are called. */
function genitive(name: string): string {
  return /[aeiouyåäös]$/i.test(name) ? `${name} kommun` : `${name}s kommun`;
}
