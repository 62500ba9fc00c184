import { expect, test } from '@jest/globals';
import type { Viewer } from '../../../src/kernel/viewer.js';
import type { ProtectionLevel } from '../../../src/kernel/words.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import { seePerson } from '../../../src/view/see-person.js';
import {
  forwarding,
  hallsberg,
  now,
  person,
  unit as unitOf,
  viewer,
} from '../../support/people.js';

const unit = unitOf('Enheten');
const e164 = '+46701740699' as E164;
const manager = viewer('EMPLOYEE', {
  municipality: hallsberg.code,
  managed: new Set([unit.id]),
});

/** What a viewer gets of somebody whose calls go to a number that is nobody's here. */
function seen(by: Viewer, protectionLevel: ProtectionLevel) {
  const away = person('away', {
    unit,
    protectionLevel,
    forwardings: [forwarding({ target: { kind: 'NUMBER', e164 } })],
  });
  const entry = seePerson(away, {
    viewer: by,
    now,
    others: new Map(),
    managersRead: true,
    internalSeries: [],
  });
  const [first] = entry.forwardings;
  return {
    target: first?.target.number ?? null,
    connectTo: entry.reachability('EXTERNAL')?.connectTo?.e164 ?? null,
  };
}

test("a number that a RESTRICTED person's calls go to is no more told than the person's own", () => {
  expect(seen(manager, 'OPEN')).toEqual({ target: e164, connectTo: e164 });
  expect(seen(manager, 'RESTRICTED')).toEqual({ target: null, connectTo: '+46582000000' });
  expect(seen(viewer('TECHNICIAN'), 'RESTRICTED').target).toBeNull();
  expect(seen(viewer('PHONE_SYSTEM_KEY'), 'RESTRICTED').target).toBe(e164);
});
