import type { TestApp } from './app.js';
import { at } from './json.js';

const fields = `mobileVisibility outsideForwarding retention { decisionReference decidedOn leaversAfterDays endedAbsencesAfterDays auditMonths }
  bestReachedDepartments { unit { id name } decisionReference decidedOn } version`;

/** What is chosen; the rest is as tests usually have it. */
type Chosen = Record<string, unknown> & { readonly municipalityCode?: string };

/** Settings as tests read and change them; what is left out of a change is as it was in the beginning. */
export type SettingsTest = {
  of(code: string, who?: string): Promise<unknown>;
  /** By Hallsberg's officer, of Hallsberg, at the version that stands, unless something else is said. */
  set(input: Chosen, who?: string): Promise<unknown>;
  decide(input: Record<string, unknown>, who?: string): Promise<unknown>;
};

/** A decision on retention that decides nothing yet. */
export const retention = { decisionReference: 'KS 2026/117', decidedOn: '2026-01-15' };

/** Reads and changes settings in the running program, by an officer of Hallsberg. */
export function settingsIn(app: TestApp, officer: string): SettingsTest {
  const of = async (code: string, who = officer) => {
    const { data } = await app.ask(who, `{ municipalities { code settings { ${fields} } } }`);
    const all = at(data, 'municipalities') as readonly { code: string; settings: unknown }[];
    return all.find((one) => one.code === code)?.settings;
  };
  const change = async (name: string, type: string, input: unknown, who: string) => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { settings { ${fields} } userErrors { code field } } }`;
    const { data, text } = await app.ask(who, query, { input });
    return at(data, name) ?? text;
  };
  return {
    of,
    set: async (input, who = officer) => {
      const municipalityCode = input.municipalityCode ?? '1861';
      const expectedVersion = at(await of(municipalityCode, 'technician'), 'version') ?? '1';
      const usual = { municipalityCode, mobileVisibility: 'OWN_MUNICIPALITY', expectedVersion };
      const all = { ...usual, ...input };
      return change('setMunicipalitySettings', 'SetMunicipalitySettingsInput', all, who);
    },
    decide: (input, who = officer) =>
      change('setDepartmentDecision', 'SetDepartmentDecisionInput', input, who),
  };
}
