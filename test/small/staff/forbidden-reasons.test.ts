import { expect, test } from '@jest/globals';
import { isForbiddenCode, isForbiddenLabel } from '../../../src/staff/forbidden-reasons.js';

const telling = `
  Sjuk; sjukskriven; Magsjuka; hemma med sjukt barn; sjukhusbesök för tjänsten; VAB;
  vabbar; V.A.B.; v a b; vård av barn; Vård; VOB; vårdcentralen kl 10; Läkarbesök;
  hos läkare; lakartid; tandläkaren; tandvård; Rehabilitering; akuten; Föräldraledig;
  foraldraledig; för\u00adäldraledig; pappaledig; Mammaledighet; gravid; Facklig tid;
  fackligt uppdrag; Fackförening; facket; Fackmöte; unionens möte; Sick; sick leave;
  Medical appointment; doctor; Parental leave; maternity leave; care of child;
  union work; trade union; SJU; för; Unio\u00adn; sju\u200bk`;

const innocent = `
  Lunch; Möte; Åter klockan sju; Reser för tjänsten; Ej anträffbar; Semester; UTE;
  Vårdplanering; Möte Vård och omsorg; Vård- och omsorgsboendet; vardag; Varde;
  Läkarsekreterare i möte; läkarsekreterarna; Läkemedelsgenomgång; doktorand; lakan;
  Fackförvaltning; fackförvaltningschefer; fackman; Facknämnden; Kommunionen; reunion;
  Föreläsning; Förälskad; illustration; Sickla; medicinteknik; transparent; B.B. svarar;
  Barnomsorgen; hämtar barn; friskvård`;

function listed(text: string): readonly string[] {
  return text.split(';').map((one) => one.trim());
}

test.each(listed(telling))('"%s" tells of health, family or union', (text) => {
  expect(isForbiddenLabel(text)).toBe(true);
});

test.each(listed(innocent))('"%s" does not', (text) => {
  expect(isForbiddenLabel(text)).toBe(false);
});

test('codes that tell are known in any case, and without their dots', () => {
  for (const code of ['SJU', 'SYK', 'VAB', 'FÖR', 'LÄK', 'REH', 'FAC', 'UNI', 'sju', 'fÖr', 'lak'])
    expect([code, isForbiddenCode(code)]).toEqual([code, true]);
  for (const code of ['LUN', 'MÖT', 'FER', 'UTB', 'SEM', ''])
    expect([code, isForbiddenCode(code)]).toEqual([code, false]);
});
