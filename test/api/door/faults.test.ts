import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { listening } from '../../support/listening.js';
import { PeopleView } from '../../../src/view/people.view.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

test('an internal fault shows nothing of itself, to the client or in the log, but what finds it', async () => {
  const view = app.app.get(PeopleView, { strict: false });
  const right = view.byRef.bind(view);
  view.byRef = async () => {
    const fault = new Error(
      'duplicate key: Anna-Karin Lindblad, +46582001234, select * from person',
    );
    throw Object.assign(fault, { code: '23505', detail: 'Key (email)=(anna@hallsberg.test)' });
  };
  try {
    const { answer, lines } = await listening(() =>
      app.ask('operator', '{ person(ref: { email: "x@y.test" }) { id } }'),
    );
    expect([answer.status, answer.text]).toEqual([
      200,
      '{"errors":[{"message":"Something went wrong here. It has been logged.","locations":[{"line":1,"column":3}],"path":["person"],"extensions":{"code":"INTERNAL","requestId":"asked-by-a-test"}}],"data":{"person":null}}\n',
    ]);
    const log = lines.join('');
    expect(log).toContain('web.fault at=person cause=Error 23505 request=asked-by-a-test');
    expect(log).not.toMatch(/Lindblad|\+46|hallsberg|select|duplicate|\.ts:/);
  } finally {
    view.byRef = right;
  }
});
