import type { Katalog } from '../../data-loaders/catalogue-types.ts';
import { percentText } from '../../data-loaders/report/text.ts';
import { formatDate, formatNumber } from '../components/index.ts';

/** The profile's parameters that steer the figures: name and value in words. */
export const parameterRows = ({ parametrar }: Katalog): [string, string][] =>
  Object.entries(parametrar).map(([name, value]) => [parameterName(name), parameterText(name, value)]);

/** What a parameter is called. */
export const parameterName = (name: string): string => PARAMETERS[name] ?? name;

const PARAMETERS: Record<string, string> = {
  troskel: 'Tröskel i röjandekontrollen, fall',
  'aterinskrivning.dagar': 'Återinskrivning räknas inom, dagar',
  'aterinskrivning.okand_planering': 'Okänd planering räknas som',
  'betalningsmodell.individuell_over_dagar': 'Fall som räknas för sig väntar mer än, dagar',
  samverkansdagar: 'Samverkansdagar',
  'semesterperiod.fran_vecka': 'Sommarveckor, första ISO-vecka',
  'semesterperiod.till_vecka': 'Sommarveckor, sista ISO-vecka',
  sista_datadag: 'Sista datadag, om profilen anger den',
  max_avvisade_andel: 'Största andel avvisade rader',
  'dubbletter.motsagande': 'Rader som säger emot varandra',
  'granskning.lucka_minst': 'Lucka: så många brukar finnas i månaden, minst',
  'granskning.hopp_kvot': 'Hopp: gånger fler eller färre än vanligt',
  'granskning.hopp_brus': 'Hopp: skillnaden, gånger roten ur det större talet',
  'granskning.tom_kolumn_andel': 'Kolumn som nämns som tom, andel av raderna',
  'granskning.lang_vistelse_dagar': 'Vårdtillfälle som nämns som långt, dagar',
  'granskning.patient_vistelser': 'Patient-id som nämns, vårdtillfällen fler än',
  'granskning.ensam_manader': 'Ensamt datum: tomma månader mellan det och alla andra, minst',
  'granskning.ensam_vantat': 'Ensamt datum: så många datum brukar finnas på den tiden, minst',
  'granskning.ensam_andel': 'Ensamt datum: andel av alla datum, högst',
  'granskning.ensam_lang_manader': 'Ensamt datum långt efter alla andra: tomma månader, minst',
  'granskning.ensam_lang_andel': 'Ensamt datum långt efter alla andra: andel av alla datum, högst',
};

/** A parameter's value in words; a share is told in percent. */
export function parameterText(name: string, value: string | number | boolean | null): string {
  if (value === null || value === '') return 'ej angivet';
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'number' && name.endsWith('_andel')) return percentText(value);
  if (typeof value === 'number') return formatNumber(value, Number.isInteger(value) ? 0 : 2);
  return value.replaceAll('_', ' ').replace(/\d{4}-\d{2}-\d{2}/g, (day) => formatDate(day));
}
