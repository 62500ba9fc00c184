import type { Answer } from '../app.js';
import { at } from '../json.js';
import { fieldsOf } from './answers.js';
import type { Letter } from './letters.js';
import { wish } from './relations.js';
import type { Subject } from './subjects.js';

type Question = {
  readonly ask: string;
  /** What stands in the answer of those who get to know. */
  readonly told: string;
};

const settings = (code: string): Question => {
  const ask = 'municipalities { code settings { mobileVisibility } }';
  return { ask, told: `"code":"${code}","settings":{` };
};
const granted = (role: string): Question => {
  return { ask: 'grants { role }', told: `"role":"${role}"` };
};

/** About nobody: what is asked once for each viewer, by the name of its line. */
export const questions: Readonly<Record<string, Question>> = {
  'Municipality.settings, of Hallsberg': settings('1861'),
  'Municipality.settings, of Laxå': settings('1860'),
  'ApiKey.id': { ask: 'apiKeys { id label }', told: '"label":"matrix NUMBERS_MOBILE"' },
  'Grant.role, OPERATOR': granted('OPERATOR'),
  'Grant.role, TECHNICIAN': granted('TECHNICIAN'),
  'Grant.role, OFFICER': granted('OFFICER'),
  'Grant.role, AUDITOR': granted('AUDITOR'),
  'ContactRequest.id': { ask: 'contactRequests { edges { node { id message } } }', told: wish },
};

/** Whether the answer holds what was asked for: told, not told, or closed. */
export function toldIn(answer: Answer, told: string): Letter {
  if (isClosed(answer)) return 'x';
  return answer.text.includes(told) ? 'v' : '-';
}

/** About each subject, what is kept of changes and reads: asked by who may, since an instant. */
export function recordsOf({ id, level, running, displayName }: Subject, since: string) {
  const log = (withCase: string) => {
    const fields = fieldsIn('AuditEntry', ['personId', 'objectId', 'purpose']);
    return `auditLog(first: 100, from: "${since}"${withCase}) { edges { node { ${fields} } } }`;
  };
  const entries = (situation: string, ask: string) => {
    return [
      { line: `AuditEntry.personId${situation}`, ask, told: `"personId":"${id}"` },
      { line: `AuditEntry.objectId${situation}`, ask, told: `"objectId":"${running}"` },
      { line: `AuditEntry.purpose${situation}`, ask, told: `"purpose":"KS ${level}"` },
    ];
  };
  return [
    ...entries('', log('')),
    ...entries(', with a case', log(', caseReference: "KS 2026-7"')),
    {
      line: 'Grant.person',
      ask: 'grants { person { displayName } }',
      told: `"displayName":"${displayName}"`,
    },
    {
      line: 'LevelLowering.entry',
      ask: 'levelLowerings { entry { displayName } }',
      told: `"displayName":"${displayName}"`,
    },
  ];
}

/** Who read the subject: each field by whether any entry has something in it. */
export const accessLog = ({ id }: Subject): string =>
  `accessLog(personId: "${id}", first: 100) { edges { node { ${fieldsIn('AccessEntry')} } } }`;

/** The letters of the fields of an answer to `accessLog`. */
export function accessLetters(answer: Answer): Readonly<Record<string, Letter>> {
  const nodes = at(answer.data, 'accessLog.edges.*.node') as readonly unknown[] | undefined;
  return Object.fromEntries(
    fieldsOf('AccessEntry').map((field): readonly [string, Letter] => {
      const name = field.split('.')[1] ?? '';
      const some = nodes?.some((node) => !['null', '[]'].includes(JSON.stringify(at(node, name))));
      return [field, isClosed(answer) ? 'x' : some ? 'v' : '-'];
    }),
  );
}

function fieldsIn(type: string, some?: readonly string[]): string {
  const all = fieldsOf(type).map((field) => field.split('.')[1] ?? '');
  return (some ?? all)
    .map((name) => (name === 'municipality' ? 'municipality { code }' : name))
    .join(' ');
}

function isClosed({ text }: Answer): boolean {
  return text.includes('"code":"FORBIDDEN"');
}
