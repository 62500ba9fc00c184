/** A number as one writes it in Sweden: 070-174 06 35 is +46701740635; others as they are. */
export function shownNumber(e164: string | null): string {
  const [, area = '', rest = ''] =
    /^\+46(7\d|8|\d\d\d)(\d{5,8})$/.exec(e164 ?? '') ?? /^\+46(\d\d)(\d+)$/.exec(e164 ?? '') ?? [];
  if (rest === '') return e164 ?? '';
  const head = rest.length % 2 === 1 ? 3 : 2;
  const pairs = rest.slice(head).match(/\d\d/g) ?? [];
  return `0${area}-${[rest.slice(0, head), ...pairs].join(' ')}`;
}

/** A number as it was typed, in the form that the API takes; null for what cannot be a whole number. */
export function typedNumber(typed: string): string | null {
  const digits = typed.replaceAll(/\(0\)|[\s()/.-]/g, '');
  const e164 = digits.replace(/^00/, '+').replace(/^0/, '+46');
  return /^\+\d{7,15}$/.test(e164) ? e164 : null;
}
