import type { DirectoryConfig } from '../config/directories-file.js';
import { keyAttributes } from './entry-key.js';

/** The attributes of people that are asked for: only the configured ones, so that no others are ever read. */
export function personAttributes(directory: DirectoryConfig): readonly string[] {
  const a = directory.attributes;
  const single = [a.givenName, a.familyName, a.displayName, a.title, a.email, a.employeeId];
  const state =
    directory.flavour === 'ACTIVE_DIRECTORY'
      ? ['userAccountControl', 'accountExpires']
      : ['shadowExpire'];
  const names = [
    ...keyAttributes,
    ...single,
    a.kind,
    a.manager,
    ...a.direct,
    ...a.mobile,
    ...a.extension,
    ...a.confidentiality,
    ...('attributes' in directory.units ? directory.units.attributes : []),
    ...state,
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** The attributes of units that are asked for. */
export function unitAttributes(directory: DirectoryConfig): readonly string[] {
  return [...keyAttributes, directory.attributes.unitName];
}
