import {
  categoryName,
  groupName,
  levelName,
  outcomeName,
  positionName,
  stateName,
  stepName,
} from '../../../src/components/names.ts';

/** What a control chart finds, in a workbook's words. */
const VERDICTS = {
  battre: 'förändring, bättre',
  samre: 'förändring, sämre',
  forandring: 'förändring',
  normal: 'normal variation',
};

/** Two periods beside each other, in the report's words: not the control chart's. */
const COMPARED = {
  battre: 'säker skillnad, bättre',
  samre: 'säker skillnad, sämre',
  forandring: 'säker skillnad',
  ingen: 'ingen säker skillnad',
  utan_intervall: 'utan intervall',
};

/** Column → its codes in Swedish; a word that is none stands as it is. */
const CODES: Record<string, Record<string, string>> = {
  periodtyp: {
    manad: 'månad',
    halvar: 'halvår',
    ar: 'år',
    rullande12: 'tolv månader',
    helg: 'storhelg',
  },
  riktning: { hogst: 'högst' },
  mot: { foregaende: 'perioden före', fjol: 'samma period året före' },
  bedomning: COMPARED,
  styrdiagram: VERDICTS,
  fore_bedomning: VERDICTS,
  efter_bedomning: VERDICTS,
};

type Name = (code: string) => string | undefined;

const NAMES: Record<string, Name> = {
  niva: levelName as Name,
  grupp: groupName as Name,
  steg: stepName as Name,
  utfall: outcomeName as Name,
  tillstand: stateName as Name,
  lage: positionName as Name,
  // A number is a weekday, a band or an hour, by indicator: it keeps its code.
  kategori: (code) =>
    code
      .split('+')
      .map((part) => (/^\d/.test(part) ? part : categoryName(part)))
      .join(', '),
};

/** A code as a reader of a workbook meets it; the other formats keep the code. Free text that is no code stands as it is. */
export function wordOf(column: string, code: string): string {
  const word: unknown = CODES[column]?.[code] ?? NAMES[column]?.(code);
  return typeof word === 'string' ? word : code;
}
