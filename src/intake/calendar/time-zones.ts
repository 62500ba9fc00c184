import { swedishZone } from '../../staff/swedish-time.js';
import { knownZone } from '../../staff/zoned-time.js';

/** What Windows calls the zones that calendars here may hold; others there are by their IANA names, or count as Swedish. */
const windowsZones: Readonly<Record<string, string>> = {
  'W. EUROPE STANDARD TIME': swedishZone,
  'CENTRAL EUROPE STANDARD TIME': 'Europe/Budapest',
  'CENTRAL EUROPEAN STANDARD TIME': 'Europe/Warsaw',
  'ROMANCE STANDARD TIME': 'Europe/Paris',
  'GMT STANDARD TIME': 'Europe/London',
  'GREENWICH STANDARD TIME': 'Atlantic/Reykjavik',
  'FLE STANDARD TIME': 'Europe/Helsinki',
  'GTB STANDARD TIME': 'Europe/Athens',
  'E. EUROPE STANDARD TIME': 'Europe/Chisinau',
  'TURKEY STANDARD TIME': 'Europe/Istanbul',
  'RUSSIAN STANDARD TIME': 'Europe/Moscow',
  'EASTERN STANDARD TIME': 'America/New_York',
  'CENTRAL STANDARD TIME': 'America/Chicago',
  'PACIFIC STANDARD TIME': 'America/Los_Angeles',
  'INDIA STANDARD TIME': 'Asia/Kolkata',
  'CHINA STANDARD TIME': 'Asia/Shanghai',
  'TOKYO STANDARD TIME': 'Asia/Tokyo',
};

/**
 * The zone that a calendar means by a name. The rules that it may bring for it (VTIMEZONE) are not carried
 * out: the platform knows the zones, and such rules can be made to run for ever. An unknown name is Swedish time.
 */
export function zoneNamed(name: string | undefined): string {
  if (name === undefined) return swedishZone;
  const known = windowsZones[name.trim().toUpperCase()] ?? knownZone(name);
  // Some programs put a path before the IANA name.
  return known ?? knownZone(name.split('/').slice(-2).join('/')) ?? swedishZone;
}
