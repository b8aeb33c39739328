/** The kinds of value a profile holds; each message ends a sentence that begins with the key. */
import * as v from 'valibot';

/** What a valibot issue says when its own text is to be shown as it is. */
export const LOST_QUOTES = 'koden har inga citattecken';

export const text = v.pipe(v.string('ska vara en text'), v.nonEmpty('är tom'));
export const number = v.pipe(v.number('ska vara ett tal'), v.finite('ska vara ett tal'));
export const whole = (lowest: number, highest: number) =>
  v.pipe(
    number,
    v.integer('ska vara ett heltal'),
    v.minValue(lowest, `ska vara minst ${lowest}`),
    v.maxValue(highest, `får vara högst ${highest}`),
  );
export const share = v.pipe(number, v.minValue(0, 'ska vara minst 0'), v.maxValue(1, 'får vara högst 1'));
export const flag = v.boolean('ska vara true eller false');
export const date = v.pipe(
  v.string('ska vara ett datum, ÅÅÅÅ-MM-DD'),
  v.check(
    (value) => /^\d{4}-\d\d-\d\d$/.test(value) && isRealDate(value),
    'ska vara ett datum som finns, ÅÅÅÅ-MM-DD',
  ),
);
export const kommunkod = v.pipe(
  v.string(LOST_QUOTES),
  v.regex(/^\d{4}$/, 'ska vara en kommunkod med fyra siffror inom citattecken'),
);
export const ruta = v.pipe(
  v.string(LOST_QUOTES),
  v.regex(/^(\d{4})?$/, 'ska vara en kommunkod med fyra siffror inom citattecken, eller "" för en tom ruta'),
);
export const kod = v.pipe(
  v.string(LOST_QUOTES),
  v.regex(/^[a-z0-9_]+$/, 'får bara ha små bokstäver a–z, siffror och _'),
);
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  v.picklist(values, `ska vara något av ${values.join(', ')}`);
export const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'ska vara en lista');

/** True for a day that exists: 2023-02-29 does not. */
function isRealDate(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
