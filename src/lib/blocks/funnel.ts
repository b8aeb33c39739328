import type { TrattRad } from '../../../data-loaders/judgement-types.ts';
import {
  dataTable,
  distinctDecimals,
  escapeHtml,
  FEW,
  figure,
  formatNumber,
  funnelChart,
  funnelTitle,
  judgedNumber,
  levelName,
  list,
  positionName,
  tableDetails,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { indicatorOf, membersOf, type Page, type Span, spanOf, unitHref, unitsOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';

/** The units of a level against the region, by number of cases: `indikator`, `niva`. On a delregion's page its own are named. */
export const tratt: Block = (page, { indikator = 'andel_utskrivningsklardagen', niva = 'kommun' }) => {
  const head = indicatorOf(page, indikator);
  const span = spanOf(page, indikator, page.region);
  const level = niva as TrattRad['niva'];
  const rader = span ? page.data.funnel(indikator, level, span.typ, span.period) : [];
  if (!span || rader.length === 0)
    return `<p>${head.titel}: det finns inget slutligt värde för ${escapeHtml(page.region.namn)} att jämföra med.</p>`;
  const own = ownUnits(page, rader);
  const shown = new Set(rader.map(({ enhet_id }) => enhet_id));
  const hidden = unitsOf(page.katalog, level)
    .filter(({ id }) => (own?.includes(id) ?? true) && !shown.has(id))
    .map(({ namn }) => namn);
  const titel = funnelTitle(
    own ? rader.filter(({ enhet_id }) => own.includes(enhet_id)) : rader,
    page.region.namn,
    own ? `${levelName(level)} i ${page.unit.namn}` : levelName(level),
    hidden.length > 0,
  );
  const id = `tratt-${indikator}-${niva}`;
  return figure({
    id,
    titel,
    undertitel: `${head.titel} mot antal fall, ${spanText(span)}`,
    innehall:
      funnelChart({
        id: `${id}-diagram`,
        titel: `${titel}. ${head.titel}, ${spanText(span)}.`,
        indikator: head,
        rader,
        granser: page.data.funnelLimits(indikator, level, span.typ, span.period),
        namnda: own ?? rader.filter(({ lage }) => lage.endsWith('998')).map(({ enhet_id }) => enhet_id),
        region: page.region.namn,
      }) + tableDetails('Siffrorna i tabell', table(page, rader, id, span, own)),
    bildtext:
      `${sourceText(page, head.rojande.mangd)}, ${spanText(span)}. En enhet i det inre bandet (95 procent) går inte att skilja från ${escapeHtml(page.region.namn)}; mellan banden är skillnaden ett svagt tecken.${fewText(rader)}` +
      (hidden.length > 0
        ? ` Skyddade eller utan fall, och därför inte i diagrammet: ${escapeHtml(list(hidden))}.`
        : ''),
    noter: [
      {
        rubrik: 'Så läser du diagrammet',
        text: 'Ju fler fall, desto smalare band: små enheter varierar mer av sig själva. En enhet utanför det yttre bandet (99,8 procent) skiljer sig mer från regionen än enheter med lika många fall brukar göra.',
      },
    ],
  });
};

function ownUnits(page: Page, rader: TrattRad[]): string[] | null {
  if (page.unit.niva !== 'delregion' || rader[0]!.niva !== 'kommun') return null;
  return membersOf(page, page.unit.id).map(({ id }) => id);
}

function fewText(rader: TrattRad[]): string {
  const few = rader
    .filter(({ lage }) => lage === 'fa_fall')
    .map(({ enhet }) => enhet)
    .sort((a, b) => a.localeCompare(b, 'sv'));
  return few.length > 0 ? ` Med färre än ${FEW} fall, och därför inte i diagrammet: ${list(few)}.` : '';
}

function table(page: Page, rader: TrattRad[], id: string, span: Span, own: string[] | null): string {
  const { titel, decimaler, enhet } = indicatorOf(page, rader[0]!.indikator);
  return dataTable({
    id: `${id}-tabell`,
    caption: `${titel}, ${spanText(span)}: värde och gränser kring ${page.region.namn} ${formatNumber(rader[0]!.centrum, decimaler)}`,
    radrubrik: 'Enhet',
    kolumner: [
      { rubrik: 'Fall' },
      { rubrik: 'Värde', enhet },
      { rubrik: '95 %', enhet },
      { rubrik: '99,8 %', enhet },
      { rubrik: 'Läge', text: true },
    ],
    rader: [...rader]
      .filter(({ enhet_id }) => !own || own.includes(enhet_id))
      .sort((a, b) => a.enhet.localeCompare(b.enhet, 'sv'))
      .map((row) => {
        // A value that lies outside a limit is not written as if it lay on it.
        const places = Math.max(
          ...[row.nedre95, row.ovre95, row.nedre998, row.ovre998].map((limit) =>
            distinctDecimals([row.varde, limit], decimaler),
          ),
        );
        const number = (
          falt: 'fall' | 'varde' | 'nedre95' | 'ovre95' | 'nedre998' | 'ovre998',
          decimals = places,
        ) => judgedNumber('tratt', row, falt, { decimals });
        return {
          rubrik: row.enhet,
          href: unitHref({ niva: row.niva, id: row.enhet_id }),
          celler: [
            { html: number('fall', 0), numerisk: true },
            { html: number('varde'), numerisk: true },
            { html: `${number('nedre95')}–${number('ovre95')}`, numerisk: true },
            { html: `${number('nedre998')}–${number('ovre998')}`, numerisk: true },
            { text: positionName(row.lage) },
          ],
        };
      }),
    troskel: page.katalog.troskel,
  });
}
