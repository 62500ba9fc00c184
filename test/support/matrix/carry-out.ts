import type { TestApp } from '../app.js';
import { at } from '../json.js';

const inputTypes: Readonly<Record<string, string>> = {
  blindContactRequest: 'BlindContactInput',
  grantRole: 'GrantInput',
  revokeGrant: 'GrantInput',
};

/** Makes a change that has to succeed, as whoever may make it. Throws with the answer when it was refused. */
export async function carryOut(
  app: TestApp,
  who: string,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const type = inputTypes[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code field } } }`;
  const { data, text } = await app.ask(who, mutation, { input });
  if (JSON.stringify(at(data, `${name}.userErrors`)) !== '[]')
    throw new Error(`${name} was refused: ${text}`);
}
