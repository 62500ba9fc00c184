import { fileURLToPath } from 'node:url';

/** What the demonstration needs to know of a municipality, its directory and its fictional staff. */
export type DemonstrationMunicipality = {
  readonly code: string;
  readonly name: string;
  readonly id: string;
  readonly areaCode: string;
  readonly flavour: 'ACTIVE_DIRECTORY' | 'OPENLDAP';
  readonly base: string;
  readonly bindDn: string;
  readonly ldif: string;
};

const staff = (name: string) => fileURLToPath(new URL(`./staff/${name}.ldif`, import.meta.url));

/** The three, two of them with an OpenLDAP and one with an Active Directory. */
export const demonstrationMunicipalities: readonly DemonstrationMunicipality[] = [
  {
    code: '1882',
    name: 'Askersund',
    id: 'askersund',
    areaCode: '0583',
    flavour: 'ACTIVE_DIRECTORY',
    base: 'DC=askersund,DC=test',
    bindDn: 'CN=svc-katalog,DC=askersund,DC=test',
    ldif: staff('askersund'),
  },
  {
    code: '1861',
    name: 'Hallsberg',
    id: 'hallsberg',
    areaCode: '0582',
    flavour: 'OPENLDAP',
    base: 'dc=hallsberg,dc=test',
    bindDn: 'cn=reader,dc=hallsberg,dc=test',
    ldif: staff('hallsberg'),
  },
  {
    code: '1860',
    name: 'Laxå',
    id: 'laxa',
    areaCode: '0584',
    flavour: 'OPENLDAP',
    base: 'dc=laxa,dc=test',
    bindDn: 'cn=reader,dc=laxa,dc=test',
    ldif: staff('laxa'),
  },
];
