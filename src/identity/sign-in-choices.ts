import { createHash } from 'node:crypto';
import type { DirectoriesFile } from '../config/directories-file.js';
import { issuerPlace, type IssuerConfig } from '../config/issuer-config.js';
import type { MunicipalityCode } from '../kernel/ids.js';

/** An issuer at which a browser may sign in. */
export type SignInChoice = {
  /** Tells the choices apart, alike in every process, and says nothing. */
  readonly id: string;
  readonly municipality: MunicipalityCode;
  readonly label: string;
  readonly issuer: IssuerConfig;
  readonly client: NonNullable<IssuerConfig['signIn']>;
};

/** The issuers at which browsers may sign in: those that say as which client. */
export function signInChoices({ municipalities }: DirectoriesFile): readonly SignInChoice[] {
  return municipalities.flatMap(({ code, name, issuers }) =>
    issuers.flatMap((issuer) => {
      const client = issuer.signIn;
      if (client === undefined) return [];
      const id = createHash('sha256').update(issuerPlace(issuer)).digest('base64url').slice(0, 22);
      const label = client.label ?? name;
      return [{ id, municipality: code as MunicipalityCode, label, issuer, client }];
    }),
  );
}
