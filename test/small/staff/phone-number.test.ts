import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { formatNational } from '../../../src/staff/number-format.js';
import { parseE164, parseExtension } from '../../../src/staff/phone-number.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import { parseWrittenNumbers } from '../../../src/staff/written-number.js';
import { growth } from '../../support/growth.js';

const plan = { areaCode: '0582', extensionDigits: 4 };

/** Each number as "e164", "e164 x extension" or "x extension". */
function read(value: string, extensionDigits = 4): readonly string[] {
  return parseWrittenNumbers(value, { ...plan, extensionDigits }).numbers.map((number) =>
    [number.e164, number.extension && `x${number.extension}`].filter(Boolean).join(' '),
  );
}

describe('one number is read in every form that people write', () => {
  test.each([
    ['0582-00 12 34', '+46582001234'],
    ['0582001234', '+46582001234'],
    ['0582/001236', '+46582001236'],
    ['0582/00 12 36', '+46582001236'],
    ['0582 / 00 12 36', '+46582001236'],
    ['+46582/001236', '+46582001236'],
    ['(0582) 00 12 34', '+46582001234'],
    ['0582.00.12.34', '+46582001234'],
    ['+46 (0)582-00 12 35', '+46582001235'],
    ['+46(0) 582 00 12 35', '+46582001235'],
    ['+460582001235', '+46582001235'],
    ['(+46) 582 00 12 35', '+46582001235'],
    ['0046582001237', '+46582001237'],
    ['00 46 (0)582-00 12 37', '+46582001237'],
    ['46582001238', '+46582001238'],
    ['465820012', '+465820012'],
    ['tel:+46-582-001239', '+46582001239'],
    ['TEL:+46582001239', '+46582001239'],
    ['tel:001239;phone-context=+46-583', '+46583001239'],
    ['00 12 44', '+46582001244'],
    ['001244', '+46582001244'],
    ['12 345', '+4658212345'],
    ['0583-00 00 01', '+46583000001'],
    ['070-174 06 05', '+46701740605'],
    ['08-465 004 00', '+46846500400'],
    ['+358 9 123456', '+3589123456'],
    ['00358 9 123456', '+3589123456'],
    ['Tel: 0582-00 12 34', '+46582001234'],
    ['Tfn. 0582-00 12 34', '+46582001234'],
    ['Mobil: 070-174 06 05', '+46701740605'],
    ['070-174 06 05 (mobil)', '+46701740605'],
    ['Växel 0582-00 12 00', '+46582001200'],
    ['Va\u0308xel: 0582-00 12 00', '+46582001200'],
    ['0582\u201300\u00a012\u202f34', '+46582001234'],
    ['\u202d0582-00 12 34\u202c', '+46582001234'],
    ['٠٥٨٢٠٠١٢٣٤', '+46582001234'],
    ['+46582001234', '+46582001234'],
  ])('%s', (written, expected) => {
    expect(read(written)).toEqual([expected]);
    expect(parseWrittenNumbers(written, plan).rejected).toBe(0);
  });
});

describe('extensions are read alone and behind a number', () => {
  test.each([
    ['1240', 'x1240'],
    ['12 40', 'x1240'],
    ['ankn 1240', 'x1240'],
    ['Anknytning: 12345', 'x12345'],
    ['0582-00 12 43 ankn 1243', '+46582001243 x1243'],
    ['0582-00 12 43 ank. 1243', '+46582001243 x1243'],
    ['0582-00 12 43, anknytning 1243', '+46582001243 x1243'],
    ['0582-00 12 43; ankn: 1243', '+46582001243 x1243'],
    ['0582-00 12 43 x1243', '+46582001243 x1243'],
    ['0582001243x1243', '+46582001243 x1243'],
    ['tel:+46582001243;ext=1243', '+46582001243 x1243'],
    ['0582-00 12 43;ext=1243', '+46582001243 x1243'],
    ['tel:1240;phone-context=hallsberg.example', 'x1240'],
  ])('%s', (written, expected) => {
    expect(read(written)).toEqual([expected]);
    expect(parseWrittenNumbers(written, plan).rejected).toBe(0);
  });

  test('a bare extension has as many digits as the plan says', () => {
    expect(read('12345', 5)).toEqual(['x12345']);
    expect(read('123', 4)).toEqual([]);
    expect(read('123', 3)).toEqual(['x123']);
  });
});

describe('one value may hold several numbers', () => {
  const both = ['+46582001241', '+46701740605'];
  test.each([
    ['0582-00 12 41, 070-174 06 05', both],
    ['0582-00 12 41; 070-174 06 05', both],
    ['0582-00 12 41|070-174 06 05', both],
    ['0582-00 12 41\r\n070-174 06 05\n', both],
    ['0582-00 12 41 eller 070-174 06 05', both],
    ['0582-00 12 41\u00a0ELLER 070-174 06 05', both],
    ['Tel 0582-00 12 41 och mobil 070-174 06 05', both],
    ['0582-00 12 41 / 070-174 06 05', both],
    ['0582-00 12 41/070-174 06 05', both],
    ['0582/00 12 41 / 070/174 06 05', both],
    ['1240/1241', ['x1240', 'x1241']],
    ['0582-00 12 43 ankn 1243, 1244', ['+46582001243 x1243', 'x1244']],
  ])('%j', (written, expected) => {
    expect(read(written)).toEqual(expected);
    expect(parseWrittenNumbers(written, plan).rejected).toBe(0);
  });

  test('a comma goes on to the next part unless a word for extensions follows', () => {
    expect(parseWrittenNumbers('0582-00 12 34, externt 1', plan)).toMatchObject({
      numbers: [{ e164: '+46582001234', extension: null }],
      rejected: 1,
    });
  });

  test('what is no number is counted, and the rest is kept with its own text', () => {
    expect(parseWrittenNumbers('se växeln, 0582-00 12 34 ;; fråga Eva', plan)).toEqual({
      numbers: [{ e164: '+46582001234', extension: null, original: '0582-00 12 34' }],
      rejected: 2,
    });
  });
});

test('a local number that begins like a country code is read in its own area', () => {
  const stockholm = { areaCode: '08', extensionDigits: 4 };
  const { numbers } = parseWrittenNumbers('465 004 00', stockholm);
  expect(numbers.map(({ e164 }) => e164)).toEqual(['+46846500400']);
});

describe('what is no number to call is rejected', () => {
  test.each([
    'se växeln',
    '-',
    'Tel:',
    'Hem: 0582-00 12 34',
    'Fax 0582-00 12 34',
    '0582-00 12 34 efter kl. 15',
    '10.30',
    '0582',
    '12',
    '0582-12',
    '0582-00 12 34 56',
    '123 45 67',
    '12345678901',
    '8001019804',
    '0582-00 12 34²',
    '0582+001234',
    '0582-00 12 34 ankn 1 ankn 2',
    '0582-00 12 34 ankn 1234567',
    '*21*1240#',
    '+46',
    '+0582001234',
    '009710058210',
    '+46001000',
    '+999582001234',
    '9'.repeat(257),
  ])('%s', (written) => {
    expect(parseWrittenNumbers(written, plan)).toEqual({ numbers: [], rejected: 1 });
  });

  test.each(['112', '90 000', '118 118', '113 13', '114 14', '116 000', '+46 112', '+46118118'])(
    'the service number %s becomes neither E.164 nor an extension',
    (written) => {
      for (const digits of [3, 4, 5, 6]) expect(read(written, digits)).toEqual([]);
    },
  );

  test('an empty value holds nothing, and nothing wrong', () => {
    expect(parseWrittenNumbers(' \n ', plan)).toEqual({ numbers: [], rejected: 0 });
  });
});

/** Text that comes close to numbers: the parts that the reader knows, in any order. */
const nearNumbers = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '0582',
        '00',
        '+46',
        '(0)',
        '-',
        ' ',
        '/',
        ';ext=',
        'ankn ',
        ',',
        ' eller ',
        'tel:',
        ':',
        '#',
      ),
      fc.nat(9999).map(String),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('for any text whatever', () => {
  test('reading never throws and gives strict numbers only', () => {
    fc.assert(
      fc.property(fc.oneof(nearNumbers, fc.string({ unit: 'binary' })), (text) => {
        for (const { e164, extension, original } of parseWrittenNumbers(text, plan).numbers) {
          expect(e164 ?? extension).not.toBeNull();
          if (e164 !== null) expect(parseE164(e164)).toBe(e164);
          if (extension !== null) expect(parseExtension(extension)).toBe(extension);
          expect(original).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a number that was read is read again from its national form', () => {
    fc.assert(
      fc.property(nearNumbers, (text) => {
        for (const { e164 } of parseWrittenNumbers(text, plan).numbers)
          if (e164 !== null) expect(read(formatNational(e164))).toEqual([e164]);
      }),
      { numRuns: 2000 },
    );
  });

  test('any Swedish number of the possible lengths survives its national form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 999_999_999 }), (subscriber) => {
        const [e164] = read(`+46${subscriber}`);
        if (e164 !== undefined) expect(read(formatNational(e164 as E164))).toEqual([e164]);
      }),
    );
  });

  test.each(['1', ' ', '/', ', ', '#', '(', ';ext=', '٠'])(
    '100 kB of %j are refused, and not read first',
    (unit) => {
      const of = (length: number) => unit.repeat(length / unit.length);
      const read = (text: string) => [
        parseWrittenNumbers(text, plan),
        parseE164(text),
        parseExtension(text),
      ];
      expect(read(of(100_000))).toEqual([{ numbers: [], rejected: 1 }, null, null]);
      expect(growth(read, of(1_000), of(100_000))).toBeLessThan(10);
    },
  );
});

test.each([
  '46582001234',
  '+',
  '+0582001234',
  '+123456',
  '+1234567890123456',
  '+46 582',
  '+46582001234\n',
])('%j is not E.164', (text) => {
  expect(parseE164(text)).toBeNull();
});
