import { columnName, list, plural } from '../../components/index.ts';
import type { Page } from '../page.ts';
import { type Found, QUALITY } from './observation.ts';

/** Columns that are missing, mostly empty or unknown. */
export function columns({ katalog }: Page): Found[] {
  const off = katalog.indikatorer.filter(({ avstangd_saknar }) => avstangd_saknar.length > 0);
  const missing = [...new Set(off.flatMap(({ avstangd_saknar }) => avstangd_saknar.map(columnName)))];
  const empty = [...new Set(katalog.tomma_krav.map(({ krav }) => columnName(krav)))];
  const unknown = katalog.filer.filter(({ okanda_kolumner }) => okanda_kolumner.length > 0);
  return [
    off.length === 0
      ? null
      : {
          rubrik: `${plural(off.length, 'indikator', 'indikatorer')} kan inte räknas`,
          vad: `Kolumner som inte levererades: ${list(missing)}. Avstängt: ${list(off.map(({ kort }) => kort))}.`,
          varfor: 'Det som inte lämnas ut kan inte granskas. Begär kolumnerna i nästa utdrag.',
          se: QUALITY('vad-gar-inte-att-rakna'),
        },
    empty.length === 0
      ? null
      : {
          rubrik: 'Siffror vilar på kolumner som mest är tomma',
          vad: `Mest tomma: ${list(empty)}.`,
          varfor: 'Siffran gäller dem som registrerats, och de kan skilja sig från de andra.',
          se: QUALITY('vad-gar-inte-att-rakna'),
        },
    unknown.length === 0
      ? null
      : {
          rubrik: 'Kolumner som inte används',
          vad: `${list(unknown.map(({ fil, okanda_kolumner }) => `${fil}: ${list(okanda_kolumner)}`))}.`,
          varfor: 'Utdraget innehåller mer än vad som räknas. Är det något som borde följas upp?',
          se: QUALITY('vilka-kolumner-fanns'),
        },
  ];
}
