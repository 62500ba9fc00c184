import { stringify } from 'yaml';
import type { DemonstrationMunicipality } from './demonstration-municipalities.js';
import type { DemonstrationIssuer } from './issuers.js';

const levels = { öppen: 'OPEN', sekretess: 'RESTRICTED', skyddad: 'PROTECTED' };
const kinds = { förtroendevald: 'ELECTED_REPRESENTATIVE', funktion: 'FUNCTION' };

/** Everything lies below ou=Personal, which is no unit that anybody works in. */
const units = '(&(objectClass=organizationalUnit)(!(ou=Personal)))';

const byFlavour = {
  ACTIVE_DIRECTORY: {
    people: '(&(objectClass=user)(|(employeeID=*)(extensionAttribute2=*)))',
    units,
    attributes: {
      employeeId: 'employeeID',
      kind: 'extensionAttribute2',
      direct: ['telephoneNumber', 'otherTelephone'],
      mobile: ['mobile'],
      extension: ['ipPhone'],
      confidentiality: ['extensionAttribute1', 'msExchHideFromAddressLists'],
    },
    values: { kind: kinds, confidentiality: { ...levels, TRUE: 'RESTRICTED', FALSE: 'OPEN' } },
  },
  OPENLDAP: {
    people: '(&(objectClass=inetOrgPerson)(employeeType=*))',
    units,
    attributes: {
      employeeId: 'employeeNumber',
      kind: 'employeeType',
      direct: ['telephoneNumber'],
      mobile: ['mobile'],
      confidentiality: ['businessCategory'],
    },
    values: { kind: kinds, confidentiality: levels },
  },
};

/** The directories file of the demonstration: written like anybody's, and a working example of one. */
export function directoriesYaml(
  sources: readonly {
    readonly municipality: DemonstrationMunicipality;
    readonly servers: readonly string[];
  }[],
  issuers: readonly DemonstrationIssuer[],
  caFile: string,
): string {
  const municipalities = sources.map(({ municipality: m, servers }) => {
    const issuer = issuers.find((one) => one.code === m.code);
    const { people, units, attributes, values } = byFlavour[m.flavour];
    const area = `+46${m.areaCode.slice(1)}`;
    const base = `ou=Personal,${m.base}`;
    return {
      code: m.code,
      name: m.name,
      switchboardNumber: `${area}000000`,
      areaCode: m.areaCode,
      extensionDigits: 4,
      dialPlan: 'sydnarke.test',
      numberSeries: [`${area}00`],
      settings: { mobileVisibility: 'OWN_MUNICIPALITY' },
      ...(issuer && {
        issuers: [{ issuer: issuer.issuer, audience: issuer.audience, jwks: issuer.jwks }],
      }),
      directories: [
        {
          id: m.id,
          flavour: m.flavour,
          servers,
          tls: { caFile },
          bind: { dn: m.bindDn, passwordEnv: 'DEMONSTRATION_BIND_PASSWORD' },
          people: { base, filter: people },
          units: { base, filter: units },
          attributes,
          values,
        },
      ],
    };
  });
  return `# Written by the embedded demonstration at each start.\n${stringify({ municipalities })}`;
}
