import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { absenceReasons } from '../kernel/absence-words.js';
import { dateOrders, standardDialCodes, type DialCodes } from '../kernel/dial-codes.js';

const code = z.string().regex(/^\d{1,4}$/, 'expected 1 to 4 digits in quotation marks');
const codes = z.array(code);
const standard = standardDialCodes;

const dialPlan = z
  .strictObject({
    dialPlan: z.string().min(1),
    absence: codes.default([...standard.absence]),
    absenceOfOther: codes.default([...standard.absenceOfOther]),
    unconditional: codes.default([...standard.forwarding.UNCONDITIONAL]),
    busy: codes.default([...standard.forwarding.BUSY]),
    noAnswer: codes.default([...standard.forwarding.NO_ANSWER]),
    notReachable: codes.default([...standard.forwarding.NOT_REACHABLE]),
    allForwardings: codes.default([...standard.allForwardings]),
    dateOrder: z.enum(dateOrders).default(standard.dateOrder),
    timeOfReturn: z.array(z.enum(absenceReasons)).default([...standard.timeOfReturn]),
  })
  .superRefine((plan, context) => {
    const conditions = [plan.unconditional, plan.busy, plan.noAnswer, plan.notReachable];
    const all = [plan.absence, plan.absenceOfOther, plan.allForwardings, ...conditions].flat();
    if (new Set(all).size < all.length)
      context.addIssue({ code: 'custom', message: 'expected each code once' });
  });

const dialCodesFile = z
  .strictObject({ dialPlans: z.array(dialPlan) })
  .superRefine((file, context) => {
    const names = file.dialPlans.map((plan) => plan.dialPlan);
    if (new Set(names).size < names.length)
      context.addIssue({ code: 'custom', message: 'expected each dial plan once' });
  });

/** The keypad codes by dial plan; one that is not there has the standard ones. */
export type DialCodesByPlan = ReadonlyMap<string, DialCodes>;

/** Parses the file (YAML 1.2, so JSON too); or says what is wrong with it: every fault with its path and what was expected. */
export function parseDialCodes(text: string): DialCodesByPlan | { readonly faults: string[] } {
  const yaml = parseYaml(text);
  if (yaml.fault !== null) return { faults: [yaml.fault] };
  const result = dialCodesFile.safeParse(yaml.value);
  if (!result.success) {
    const { issues } = result.error;
    return {
      faults: issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
    };
  }
  return new Map(
    result.data.dialPlans.map((plan) => [
      plan.dialPlan,
      {
        absence: plan.absence,
        absenceOfOther: plan.absenceOfOther,
        forwarding: {
          UNCONDITIONAL: plan.unconditional,
          BUSY: plan.busy,
          NO_ANSWER: plan.noAnswer,
          NOT_REACHABLE: plan.notReachable,
        },
        allForwardings: plan.allForwardings,
        dateOrder: plan.dateOrder,
        timeOfReturn: plan.timeOfReturn,
      },
    ]),
  );
}

function parseYaml(text: string): { readonly value: unknown; readonly fault: string | null } {
  try {
    return { value: parse(text, { prettyErrors: false, logLevel: 'error' }), fault: null };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = text.slice(0, error.pos[0]).split('\n').length;
    return { value: null, fault: `line ${line}: not YAML (${error.code})` };
  }
}
