import type { BetalningRad } from '../../../data-loaders/judgement-types.ts';
import type { Betalningsmodell } from '../../../data-loaders/profile/model.ts';
import {
  capitalize,
  dataTable,
  escapeHtml,
  FEW,
  formatMonth,
  judgedNumber,
  link,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { type Page, unitHref } from '../page.ts';
import {
  amounts,
  amountText,
  excessText,
  meanText,
  modelSentences,
  ownModel,
  rowName,
  stateWord,
} from './payment-words.ts';

const NO_MODEL =
  '<p>Profilen har ingen betalningsmodell. Det är i sig en iakttagelse: väntan följs här utan att någon överenskommelse om betalning är angiven.</p>';

/** The profile's payment model in words, and what of it no source confirms. */
export const betalning_modell: Block = (page) => {
  const model = ownModel(page);
  if (!model) return NO_MODEL;
  const open = model.obekraftat.map((item) => `<li>${escapeHtml(item)}</li>`).join('');
  return (
    `<p><strong>${escapeHtml(model.namn)}</strong>${model.bekraftad ? '' : ', <strong>inte bekräftad</strong>'}. Källa: ${escapeHtml(model.kalla ?? 'ej angiven')}.${model.aktiv ? '' : ' Betalningsansvaret tillämpas inte.'}</p>` +
    `<ul>${modelSentences(model)
      .map((text) => `<li>${escapeHtml(text)}</li>`)
      .join('')}</ul>` +
    (open
      ? `<p>Det här är <strong>inte bekräftat</strong> i någon källa och kan ändras i profilen:</p><ul>${open}</ul>`
      : '') +
    `<p>${amounts(page)}</p>`
  );
};

/** The latest final month per kommun, in alphabetical order. */
export const betalning_kommuner: Block = (page) => {
  const model = ownModel(page);
  const rows = model ? page.data.payments(model.id) : [];
  const latest = rows
    .map(({ period }) => period)
    .sort()
    .at(-1);
  if (!model || !latest) return model ? '<p>Det finns ingen slutlig månad att bedöma.</p>' : NO_MODEL;
  return monthsTable(page, model, {
    id: 'betalning-kommuner',
    caption: `Kommunerna i ${formatMonth(latest)}, ${model.namn}`,
    radrubrik: 'Kommun',
    rows: inAlphabet(rows.filter(({ period }) => period === latest)),
    name: rowName,
    href: (row) => unitHref({ niva: 'kommun', id: row.enhet_id }),
  });
};

/** The page's kommun by month, newest first: `antal` months. */
export const betalning_kommun: Block = (page, { antal = '12' }) => {
  const model = ownModel(page);
  const own = model ? page.data.payments(model.id).filter(({ enhet_id }) => enhet_id === page.unit.id) : [];
  if (!model || own.length === 0)
    return model ? '<p>Det finns ingen slutlig månad att bedöma.</p>' : NO_MODEL;
  const groups = new Set(own.map(({ grupp }) => grupp)).size;
  const rows = [...own].sort((a, b) => b.period.localeCompare(a.period)).slice(0, groups * Number(antal));
  return (
    `<p>${escapeHtml(model.namn)}${model.bekraftad ? '' : ', <strong>inte bekräftad</strong>'}. <a href="/betalning#vilken-modell">Så räknas den</a>.</p>` +
    monthsTable(page, model, {
      id: 'betalning-kommun',
      caption: `${page.unit.namn} månad för månad, ${model.namn}`,
      radrubrik: 'Månad',
      rows,
      name: (row) =>
        groups > 1
          ? capitalize(rowName({ ...row, enhet: formatMonth(row.period) }))
          : formatMonth(row.period),
    })
  );
};

type MonthsTable = {
  id: string;
  caption: string;
  radrubrik: string;
  rows: BetalningRad[];
  name: (row: BetalningRad) => string;
  href?: (row: BetalningRad) => string;
};

function monthsTable(
  page: Page,
  model: Betalningsmodell,
  { id, caption, radrubrik, rows, name, href }: MonthsTable,
): string {
  const act = model.typ === 'lus';
  return dataTable({
    id,
    caption,
    doldCaption: true,
    radrubrik,
    kolumner: [
      { rubrik: 'Fall' },
      ...(act ? [] : [{ rubrik: 'Väntedagar' }, { rubrik: 'Medel', enhet: 'dagar' }]),
      { rubrik: 'Läge', text: true },
      ...(act ? [] : [{ rubrik: 'I rad', enhet: 'månader över' }]),
      { rubrik: act ? 'Betalningsdagar' : 'Överskjutande', enhet: 'dagar' },
      { rubrik: 'Belopp', enhet: 'kr' },
    ],
    rader: rows.map((row) => {
      const number = (falt: 'fall' | 'dagar') => ({
        html: judgedNumber('betalning', row, falt),
        numerisk: true,
      });
      return {
        rubrik: name(row),
        ...(href ? { href: href(row) } : {}),
        celler: [
          number('fall'),
          ...(act ? [] : [number('dagar'), { html: meanText(row), numerisk: true }]),
          { text: stateWord(model, row.tillstand) },
          ...(act
            ? []
            : [{ html: row.i_rad > 0 ? judgedNumber('betalning', row, 'i_rad') : '–', numerisk: true }]),
          { html: excessText(row), numerisk: true },
          { html: amountText(model, row), numerisk: true },
        ],
      };
    }),
    troskel: page.katalog.troskel,
    forklaring: `${words(page)} Kronor enligt ${model.namn}.`,
  });
}

const HIDDEN =
  'Skyddad: månadens siffror visas inte, och månaden räknas varken som över eller under. Går inte att avgöra: en skyddad månad kan ha gjort räkningen i rad full. ';

const words = ({ katalog }: Page): string =>
  `${katalog.metod === 'ckm' ? '' : HIDDEN}† Färre än ${FEW} fall.`;

const inAlphabet = (rows: BetalningRad[]): BetalningRad[] =>
  [...rows].sort((a, b) => a.enhet.localeCompare(b.enhet, 'sv') || a.grupp.localeCompare(b.grupp));

/** State in words, kommun by month: the latest `antal` final months, oldest first. */
export const betalning_manader: Block = (page, { antal = '12' }) => {
  const model = ownModel(page);
  const rows = model ? page.data.payments(model.id) : [];
  const months = [...new Set(rows.map(({ period }) => period))].sort().slice(-Number(antal));
  if (!model || months.length === 0) return '';
  const told = rows.filter(({ period }) => months.includes(period));
  if (told.every(({ tillstand }) => HIDDEN_OR_NONE.includes(tillstand)))
    return `<p>Inget läge kan visas ${formatMonth(months[0]!)}–${formatMonth(months.at(-1)!)}: i varje kommun och månad är siffrorna ${link('skyddade', '/skydd')} eller så fanns inga fall.</p>`;
  const kommuner = new Map<string, BetalningRad[]>();
  for (const row of inAlphabet(rows))
    kommuner.set(rowName(row), [...(kommuner.get(rowName(row)) ?? []), row]);
  return dataTable({
    id: 'betalning-manader',
    caption: `Läget per kommun och månad, ${formatMonth(months[0]!)}–${formatMonth(months.at(-1)!)}, ${model.namn}`,
    doldCaption: true,
    radrubrik: 'Kommun',
    kolumner: months.map((month) => ({ rubrik: formatMonth(month, true), text: true })),
    rader: [...kommuner].map(([name, own]) => ({
      rubrik: name,
      href: unitHref({ niva: 'kommun', id: own[0]!.enhet_id }),
      celler: months.map((month) => {
        const row = own.find(({ period }) => period === month);
        const word = row ? stateWord(model, row.tillstand) : 'saknas';
        return row && loud(row) ? { html: `<strong>${word}</strong>` } : { text: word };
      }),
    })),
    troskel: page.katalog.troskel,
    forklaring: words(page),
  });
};

const HIDDEN_OR_NONE: BetalningRad['tillstand'][] = ['gar_inte_att_visa', 'inga_fall', 'saknas'];

const loud = ({ tillstand }: BetalningRad): boolean =>
  ['over', 'gemensam_analys', 'betalningsskyldig', 'gar_inte_att_avgora'].includes(tillstand);
