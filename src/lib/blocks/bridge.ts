import {
  bridgeChart,
  bridgeTitle,
  capitalize,
  dataTable,
  escapeHtml,
  figure,
  judgedBounds,
  judgedNumber,
  stepName,
  tableDetails,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { spanOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { ownModel } from './payment-words.ts';

/** From SKR's mean to the payment model's for the page's unit, the latest final year (or the longest period there is). */
export const bro: Block = (page) => {
  const model = ownModel(page);
  const span = spanOf(page, 'medeldagar_alla');
  if (!model || !span)
    return '<p>Utan betalningsmodell i profilen finns ingen bro att visa. Skillnaden mellan de två medelvärdena är nolldagarna; se <a href="/metod#varfor-visar-skr-en-annan-siffra">Metod</a>.</p>';
  const rader = page.data.bridge(page.unit, span.typ, span.period);
  if (rader.length === 0 || rader[0]!.varde === null)
    return `<p>${escapeHtml(page.unit.namn)}, ${spanText(span)}: stegen är <strong>skyddade</strong> eller saknas.</p>`;
  const titel = bridgeTitle(rader, page.unit.namn, spanText(span));
  const caption = `Medelvärdet steg för steg, ${page.unit.namn}, ${spanText(span)}`;
  return figure({
    id: 'bro',
    titel,
    undertitel: `Väntedagar per fall, från SKR:s medelvärde till ${model.namn}`,
    innehall:
      bridgeChart({ id: 'bro-diagram', titel: `${titel}. ${caption}`, rader }) +
      tableDetails(
        'Stegen i tabell',
        dataTable({
          id: 'bro-tabell',
          caption,
          radrubrik: 'Steg',
          kolumner: [
            { rubrik: 'Medel', enhet: 'dagar' },
            { rubrik: 'Ändring', enhet: 'dagar' },
            { rubrik: 'Dagar' },
            { rubrik: 'Fall' },
          ],
          rader: rader.map((row) => ({
            rubrik: capitalize(stepName(row.steg)) + (row.ingar ? '' : ' (ingår inte i modellen)'),
            celler: [
              {
                html: judgedBounds('bro', row, ['varde', 'varde_ovre'], {
                  decimals: 2,
                  otherwise: row.status,
                }),
                numerisk: true,
              },
              { html: judgedNumber('bro', row, 'andring', { decimals: 2 }), numerisk: true },
              { html: judgedNumber('bro', row, 'dagar'), numerisk: true },
              { html: judgedNumber('bro', row, 'fall'), numerisk: true },
            ],
          })),
          troskel: page.katalog.troskel,
          forklaring: 'Ändringen i sista raden är alla steg tillsammans.',
        }),
      ),
    bildtext: `${sourceText(page)}, ${spanText(span)}. ${escapeHtml(model.namn)}${model.bekraftad ? '' : ' är inte bekräftad'}. Stegen är skillnader mellan avrundade värden och summerar exakt.`,
  });
};
