/** A change; every one of them says why it was refused. */
function change(field: string, input: string, gives = ''): string {
  const name = field.charAt(0).toUpperCase() + field.slice(1);
  return `mutation ${name}($input: ${input}!) {
    ${field}(input: $input) { ${gives} userErrors { code field message } }
  }`;
}

/** Reports or changes an absence. */
export const setAbsence = change(
  'setAbsence',
  'SetAbsenceInput',
  'absence { id startsAt endsAt endsAtPrecision }',
);

/** Back early, or not away after all. */
export const endAbsence = change(
  'endAbsence',
  'EndAbsenceInput',
  'person { currentAbsence { id phoneRings } }',
);

/** Who usually answers instead. */
export const setStandIns = change('setStandIns', 'SetStandInsInput');

/** What a number's voicemail says. */
export const setGreeting = change('setGreeting', 'SetGreetingInput');

/** Where calls go instead. */
export const setForwarding = change('setForwarding', 'SetForwardingInput');

/** Calls go there no longer. */
export const clearForwarding = change('clearForwarding', 'ClearForwardingInput');

/** When somebody is best reached. */
export const setBestReached = change('setBestReached', 'SetBestReachedInput');

/** By which words callers ask for somebody or for a unit. */
export const setSubjectWords = change('setSubjectWords', 'SetSubjectWordsInput');

/** Numbers beside the directory's. */
export const setNumbers = change('setNumbers', 'SetNumbersInput');

/** How somebody PROTECTED appears to others. */
export const setMyPresentation = change('setMyPresentation', 'SetMyPresentationInput');

/** Who is responsible for a shared telephone. */
export const setSharedLine = change('setSharedLine', 'SetSharedLineInput');

/** Who is telefonansvarig of a unit. */
export const setUnitDuties = change('setUnitDuties', 'SetUnitDutiesInput');

/** Who in a unit answers for each other. */
export const setAnswerGroup = change('setAnswerGroup', 'SetAnswerGroupInput');

/** When a unit answers. */
export const setOpeningHours = change('setOpeningHours', 'SetOpeningHoursInput');

/** Whom a unit turns to when telephones fail. */
export const setFaultContact = change('setFaultContact', 'SetFaultContactInput');
