import {
  comparisonChart,
  comparisonTitle,
  dataTable,
  escapeHtml,
  figure,
  formatNumber,
  list,
  missingText,
  monthTable,
  numberWord,
  tableDetails,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { indicatorOf, lageOf, rowsAcross, spanOf, unitHref, unitsOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';

/** Waiting days beside those that the ages give reason to expect, kommun by kommun. */
export const standardiserat: Block = (page) => {
  const indikator = indicatorOf(page, 'vantedygn_standardiserat');
  const span = spanOf(page, indikator.id, page.region);
  if (indikator.avstangd_saknar.length > 0 || !span)
    return `<p>${missingText(lageOf(page, indikator.id))}</p>`;
  const units = unitsOf(page.katalog, 'kommun');
  const rader = rowsAcross(page, indikator.id, units, span);
  const referens = page.data.cell(indikator.id, page.region, span.typ, span.period);
  const chart = { id: 'standardiserat', indikator, rader, referens };
  const titel = comparisonTitle(chart);
  const rows = [...rader, ...(referens ? [referens] : [])];
  return figure({
    id: 'figur-standardiserat',
    titel,
    undertitel: `Väntedygn delat med förväntade väntedygn, ${spanText(span)}. 1 är som regionen`,
    innehall:
      comparisonChart({ ...chart, titel: `${titel}. ${indikator.titel}, ${spanText(span)}` }) +
      tableDetails(
        'Siffrorna i tabell',
        dataTable({
          id: 'tabell-standardiserat',
          caption: `Väntedygn och förväntade väntedygn per kommun, ${spanText(span)}`,
          radrubrik: 'Kommun',
          kolumner: [
            { rubrik: 'Väntedygn', enhet: 'dygn' },
            { rubrik: 'Förväntade', enhet: 'dygn' },
            { rubrik: 'Kvot' },
            { rubrik: 'Antal', enhet: 'fall' },
          ],
          rader: rows.map((rad) => ({
            rubrik: rad.enhet,
            ...(rad === referens ? {} : { href: unitHref({ niva: 'kommun', id: rad.enhet_id }) }),
            celler: [
              { rad, falt: 'taljare' },
              { rad, falt: 'namnare' },
              { rad, decimaler: indikator.decimaler },
              { rad, falt: 'antal' },
            ],
          })),
          troskel: page.katalog.troskel,
        }),
      ),
    bildtext: `${sourceText(page, indikator.rojande.mangd, indikator.kraver)}, ${spanText(span)}. Lodrät linje: hela ${escapeHtml(page.region.namn)}. Siffrorna har inget intervall: små skillnader kan vara en tillfällighet.`,
  });
};

/** Which years' inhabitants the figures are counted with. */
export const befolkning_om: Block = ({ katalog }) => {
  if (katalog.befolkning.length === 0)
    return '<p>Utdragen har ingen användbar fil <code>befolkning</code>. Lägg en fil vars namn börjar så bland utdragen för att räkna per invånare.</p>';
  const known = new Set(katalog.befolkning.map(({ kommun }) => kommun));
  const without = unitsOf(katalog, 'kommun').filter(({ id }) => !known.has(id));
  const years = katalog.befolkningsar.map(
    ({ ar, fran, till }) => `${ar} räknas med befolkningen ${fran === till ? fran : `${fran}–${till}`}`,
  );
  return (
    `<p>Befolkningen är den 31 december samma år${years.length > 0 ? `, utom där den saknas: ${list(years)}, det närmaste tidigare året` : ''}.` +
    `${without.length > 0 ? ` För ${escapeHtml(list(without.map(({ namn }) => namn)))} är antalet invånare inte känt.` : ''}</p>`
  );
};

/** The kommuner nearest in size, by name and number of inhabitants. */
export const liknande_om: Block = (page) => {
  const { befolkning, enheter } = page.katalog;
  const own = befolkning.find(({ kommun }) => kommun === page.unit.id);
  if (!own || own.liknande.length === 0)
    return '<p>Vilka kommuner som är lika stora är inte känt: antalet invånare 65 år och äldre levererades inte.</p>';
  const sizes = own.liknande.map((code) => befolkning.find((row) => row.kommun === code)!.antal);
  const allLarger = sizes.every((size) => size > own.antal)
    ? `Alla är större än ${escapeHtml(page.unit.namn)}, så jämför med försiktighet. `
    : '';
  const named = own.liknande.map((code) => {
    const kommun = enheter.find(({ niva, id }) => niva === 'kommun' && id === code)!;
    const number = befolkning.find((row) => row.kommun === code)!.antal;
    return `<a href="${unitHref(kommun)}">${escapeHtml(kommun.namn)}</a> (${formatNumber(number)})`;
  });
  return (
    `<p>${named.length === 1 ? 'Den kommun' : `De ${numberWord(named.length)} kommuner`} i ${escapeHtml(page.region.namn)} som har närmast lika många invånare 65 år och äldre som ${escapeHtml(page.unit.namn)} (${formatNumber(own.antal)}): ${list(named)}. ` +
    allLarger +
    'Att jämföra efter storlek är ett <a href="/metod#jamforelser">eget val</a>; kommunerna kan skilja sig på annat sätt.</p>'
  );
};

/** The region's waiting days by month, per inhabitant and per bed, newest first: `antal` months. */
export const dygn_manader: Block = (page, { antal = '13' }) => {
  const column = (id: string, falt: 'taljare' | 'namnare' | 'varde', rubrik?: string) => {
    const { indikator, rader } = lageOf(page, id);
    return { indikator, rader, falt, ...(rubrik ? { rubrik } : {}) };
  };
  return monthTable({
    id: 'dygn-manader',
    caption: `${page.unit.namn}, väntedygn per månad`,
    doldCaption: true,
    antal: Number(antal),
    troskel: page.katalog.troskel,
    kolumner: [
      column('vantedygn_per_1000', 'taljare', 'Väntedygn'),
      column('vantedygn_per_1000', 'namnare', 'Invånare 65 år och äldre'),
      column('vantedygn_per_1000', 'varde'),
      column('vantedygn_vardplatser', 'varde'),
    ],
  });
};
