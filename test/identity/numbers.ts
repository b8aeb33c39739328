import fc from 'fast-check';

/** The check digit that nine digits need. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Digits that end in the right check digit, and often begin with a day that exists. */
export const numberWithCheckDigit = fc
  .record({
    century: fc.constantFrom('', '', '18', '19', '20', '21'),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 0, max: 13 }),
    day: fc.oneof(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 59, max: 92 })),
    number: fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constant(0)),
  })
  .map(({ century, year, month, day, number }) => {
    const nine = `${two(year)}${two(month)}${two(day)}${String(number).padStart(3, '0')}`;
    return `${century}${nine}${checkDigit(nine)}`;
  });

/** A number written in some way. */
const written = fc
  .tuple(
    numberWithCheckDigit,
    fc.constantFrom(
      '',
      '-',
      '+',
      ' ',
      '  ',
      ' - ',
      '\u00a0',
      '\u2011',
      '\t',
      '–',
      ':',
      '_',
      '/',
      '   ',
      '\u00a0-',
    ),
    fc.boolean(),
  )
  .map(([digits, separator, dashed]) => {
    const date = digits.slice(0, -4);
    const apart = dashed && date.length === 8 ? date.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3') : date;
    return `${apart}${separator}${digits.slice(-4)}`;
  });

const piece = fc.oneof(
  { weight: 4, arbitrary: written },
  {
    weight: 2,
    arbitrary: fc.constantFrom(' ', '-', ',', '.', ';', 'a', 'F', 'E', 'e+', 'å', '_', '\n', '\u00a0', ''),
  },
  { weight: 2, arbitrary: fc.stringMatching(/^[0-9]{1,6}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[0-9a-f]{1,12}$/) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom('2023-06-24', '14:05', '0.', '1,', 'pnr ', '1212', 'E11') },
);

/** Texts in which numbers stand beside what looks like them. */
export const textsLikeNumbers = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(''));
