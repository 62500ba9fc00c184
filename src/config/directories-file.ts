import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { numberAudiences, personKinds, protectionLevels } from '../kernel/words.js';
import { filterFault } from './ldap-filter.js';
import { issuerConfig, issuerPlace } from './issuer-config.js';

const text = z.string().min(1);
const attribute = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'expected the name of an LDAP attribute');
const attributeList = z.array(attribute).default([]);
const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'expected a number in E.164, such as +46582000000');

const bind = z
  .strictObject({ dn: text, passwordEnv: text.optional(), passwordFile: text.optional() })
  .refine((b) => (b.passwordEnv === undefined) !== (b.passwordFile === undefined), {
    error: 'expected exactly one of passwordEnv and passwordFile',
  });

const search = z.strictObject({
  base: text,
  filter: z.string().superRefine((filter, context) => {
    const message = filterFault(filter);
    if (message !== null) context.addIssue({ code: 'custom', message });
  }),
});

/** People who stand elsewhere in the directory than the employees, and what they are. */
const otherSearch = search.extend({ kind: z.enum(personKinds) });

/** A group or an organisational unit whose people have a level. */
const markedDn = z.strictObject({ dn: text, level: z.enum(['RESTRICTED', 'PROTECTED']) });

const directory = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected small letters, digits and hyphens'),
  flavour: z.enum(['ACTIVE_DIRECTORY', 'OPENLDAP', 'GENERIC']),
  servers: z
    .array(z.string().regex(/^ldaps?:\/\/[^/\s]+$/, 'expected ldaps://host or ldap://host'))
    .min(1),
  tls: z
    .strictObject({
      caFile: text.optional(),
      serverName: text.optional(),
      startTls: z.boolean().default(false),
    })
    .default({ startTls: false }),
  /** Only a laboratory may say so: the bind password then crosses the network in clear text. */
  allowPlain: z.boolean().default(false),
  bind,
  people: search,
  others: z.array(otherSearch).max(9).default([]),
  /** Entries of the directory's tree, or attributes of people, the topmost unit's first. */
  units: z.union([search, z.strictObject({ attributes: z.array(attribute).min(1).max(6) })]),
  attributes: z.strictObject({
    givenName: attribute.default('givenName'),
    familyName: attribute.default('sn'),
    displayName: attribute.default('displayName'),
    unitName: attribute.default('ou'),
    title: attribute.default('title'),
    email: attribute.default('mail'),
    employeeId: attribute.default('employeeNumber'),
    kind: attribute.optional(),
    manager: attribute.default('manager'),
    direct: attributeList,
    mobile: attributeList,
    extension: attributeList,
    confidentiality: z.union([attribute.transform((name) => [name]), attributeList]).default([]),
  }),
  values: z
    .strictObject({
      kind: z.record(z.string(), z.enum(personKinds)).default({}),
      confidentiality: z.record(z.string(), z.enum(protectionLevels)).default({}),
    })
    .default({ kind: {}, confidentiality: {} }),
  confidentialGroups: z.array(markedDn).default([]),
  confidentialUnits: z.array(markedDn).default([]),
  /** Minutes between complete reads. */
  everyMinutes: z.int().min(1).max(1440).default(15),
  /** Between them, each minute, what has changed since, where the server can tell. */
  fastLane: z.boolean().default(true),
  patience: z
    .strictObject({
      connectSeconds: z.number().min(0.1).max(60).default(3),
      pageSeconds: z.number().min(0.1).max(300).default(30),
      runMinutes: z.number().min(0.01).max(240).default(15),
    })
    .default({ connectSeconds: 3, pageSeconds: 30, runMinutes: 15 }),
});

const municipality = z.strictObject({
  code: z.string().regex(/^\d{4}$/, "expected SCB's four digits in quotation marks"),
  name: text,
  switchboardNumber: e164,
  areaCode: z.string().regex(/^0\d{1,3}$/, 'expected an area code such as "0582"'),
  extensionDigits: z.int().min(2).max(6).default(4),
  dialPlan: z.string().regex(/^[a-z0-9.-]+$/, 'expected a domain name (RFC 3966 phone-context)'),
  numberSeries: z.array(
    z.string().regex(/^\+[1-9]\d{1,14}$/, 'expected the beginning of an E.164 number'),
  ),
  settings: z
    .strictObject({
      /** The first value only: afterwards the municipality's officers set it. */
      mobileVisibility: z.enum(numberAudiences).default('OWN_MUNICIPALITY'),
    })
    .default({ mobileVisibility: 'OWN_MUNICIPALITY' }),
  /** Each gives rights in this municipality only. */
  issuers: z.array(issuerConfig).max(9).default([]),
  directories: z.array(directory).min(1),
});

const directoriesFile = z
  .strictObject({ municipalities: z.array(municipality).min(1) })
  .superRefine((file, context) => {
    const once = (
      what: string,
      values: readonly { value: string; path: (string | number)[] }[],
    ) => {
      values.forEach(({ value, path }, i) => {
        if (values.findIndex((other) => other.value === value) < i)
          context.addIssue({ code: 'custom', path, message: `expected each ${what} once` });
      });
    };
    const all = file.municipalities;
    once(
      'municipality code',
      all.map((m, i) => ({ value: m.code, path: ['municipalities', i, 'code'] })),
    );
    once(
      'directory id',
      all.flatMap((m, i) =>
        m.directories.map((d, j) => ({
          value: d.id,
          path: ['municipalities', i, 'directories', j, 'id'],
        })),
      ),
    );
    once(
      'issuer with an audience',
      all.flatMap((m, i) =>
        m.issuers.map((one, j) => ({
          value: issuerPlace(one),
          path: ['municipalities', i, 'issuers', j],
        })),
      ),
    );
    all.forEach((m, i) =>
      m.directories.forEach((d, j) =>
        d.servers.forEach((server, k) => {
          const secure = server.startsWith('ldaps://') || d.tls.startTls || d.allowPlain;
          if (!secure)
            context.addIssue({
              code: 'custom',
              path: ['municipalities', i, 'directories', j, 'servers', k],
              message: 'expected ldaps://, or tls.startTls, or allowPlain for a laboratory',
            });
        }),
      ),
    );
  });

/** The directories file, parsed: the municipalities with their settings, issuers and LDAP sources. */
export type DirectoriesFile = z.infer<typeof directoriesFile>;
export type MunicipalityConfig = DirectoriesFile['municipalities'][number];
export type DirectoryConfig = MunicipalityConfig['directories'][number];

/** What is wrong with a directories file: every fault with its path and what was expected, no values. */
export class DirectoriesFileError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The directories file has ${faults.length} fault(s):\n${faults.map((f) => `  - ${f}`).join('\n')}`,
    );
    this.name = 'DirectoriesFileError';
  }
}

/** Parses the directories file (YAML 1.2). Throws `DirectoriesFileError` with every fault named. */
export function parseDirectories(text: string): DirectoriesFile {
  const result = directoriesFile.safeParse(parseYaml(text));
  if (result.success) return result.data;
  throw new DirectoriesFileError(
    result.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}`),
  );
}

function parseYaml(text: string): unknown {
  try {
    // Pretty errors quote the line, and the line may hold a secret.
    return parse(text, { prettyErrors: false, logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = text.slice(0, error.pos[0]).split('\n').length;
    throw new DirectoriesFileError([`line ${line}: not YAML (${error.code})`]);
  }
}

function pathOf(path: readonly PropertyKey[]): string {
  const joined = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
  return joined.join('').replace(/^\./, '') || 'the file';
}
