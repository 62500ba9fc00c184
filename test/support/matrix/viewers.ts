import type { MunicipalityCode } from '../../../src/kernel/ids.js';
import type { ApiKeyScope } from '../../../src/kernel/words.js';
import type { TestApp } from '../app.js';
import { related } from './relations.js';
import type { Subject } from './subjects.js';

/**
 * Who asks, by the column of who-sees-what.csv: a key or a token for the subject that is asked about.
 * Whoever has a token is an employee too, and sees the union.
 */
export type Viewers = Readonly<Record<string, (subject: Subject) => string>>;

/** Somebody of each column. */
export async function matrixViewers(app: TestApp, subjects: readonly Subject[]): Promise<Viewers> {
  const selves = new Map<Subject, string>();
  for (const one of subjects) selves.set(one, await app.token('employee', '1861', one.employeeId));
  const always = (token: string) => () => token;
  const key = (name: string) => always(app.keys[name] ?? '');
  const integration = (code: string, ...scopes: ApiKeyScope[]) => integrationKey(app, code, scopes);
  const own = async (employeeId: string) => always(await app.token('employee', '1861', employeeId));
  return {
    self: (subject: Subject) => selves.get(subject) ?? '',
    named: await own(related.named),
    manager: await own(related.manager),
    telefonansvarig: await own(related.telefonansvarig),
    'employee own': await own('40111'),
    'employee other': always(await app.token('employee', '1860', '60120')),
    operator: key('operator'),
    'employee own and operator': await own(related.operator),
    technician: key('technician'),
    'employee own and technician': await own(related.technician),
    'officer own': always(await app.token('officer', '1861')),
    'officer other': always(await app.token('officer', '1860')),
    'auditor own': always(await app.token('auditor', '1861')),
    'auditor other': always(await app.token('auditor', '1860')),
    'intranet own': key('intranetHallsberg'),
    'intranet other': key('intranetLaxa'),
    'phone system': key('phoneSystem'),
    integration: key('integration'),
    'integration NUMBERS_MOBILE': always(await integration('1861', 'NUMBERS_MOBILE')),
    'integration ABSENCE_READ': always(await integration('1861', 'ABSENCE_READ')),
    'integration other, both scopes': always(
      await integration('1860', 'NUMBERS_MOBILE', 'ABSENCE_READ'),
    ),
  };
}

function integrationKey(app: TestApp, code: string, scopes: readonly ApiKeyScope[]) {
  return app.makeKey({
    role: 'INTEGRATION_KEY',
    label: `matrix ${scopes.join(' ')}`.trim(),
    municipality: code as MunicipalityCode,
    scopes,
    expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
  });
}
