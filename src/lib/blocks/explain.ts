import { isJudgement, JUDGED_KEYS } from '../../../data-loaders/judged-keys.ts';
import { HEADINGS } from '../../../data-loaders/publish/xlsx/headings.ts';
import type { PubliceradRad } from '../../../data-loaders/types.ts';
import {
  escapeHtml,
  formatDate,
  formatNumber,
  formatPeriod,
  groupName,
  intervalCell,
  link,
  list,
  protectedBasis,
  valueCell,
} from '../../components/index.ts';
import type { KatalogIndikator } from '../data.ts';
import { JUDGED } from '../judged-files.ts';
import type { Block } from '../markdown.ts';
import { explainedId, type Page, spanOf, unitsOf } from '../page.ts';
import { parameterName, parameterText } from '../parameters.ts';
import { terms } from '../terms.ts';
import { definitionRows, switchedOff } from './registry.ts';

const subject = (page: Page, args: Record<string, string>) => {
  const id = args.indikator ?? explainedId(page.path)!;
  const indikator = page.data.indicator(id);
  return { id, indikator, bedomning: page.katalog.bedomningar.find((file) => file.id === id) };
};

/** What is measured, and that it is off where a column is missing. */
export const siffran_om: Block = (page, args) => {
  const { id, indikator } = subject(page, args);
  const off = indikator ? switchedOff(indikator) : '';
  return (
    `<p id="kom-fran" data-enhet="${escapeHtml(indikator?.enhet ?? '')}" hidden></p>` +
    `<p class="ingress liten">${escapeHtml(indikator?.definition ?? JUDGED[id]!)}</p>` +
    (off ? `<p><strong>${escapeHtml(off)}</strong></p>` : '')
  );
};

/** Numerator, denominator, unit and the rest of the head; what a judgement reads. */
export const siffran_definition: Block = (page, args) => {
  const { id, indikator } = subject(page, args);
  if (indikator) return terms([...definitionRows(indikator), ...parameters(page, indikator)]);
  const files = ['csv', 'xlsx', 'parquet', 'arrow'].map((type) =>
    link(`${id}.${type}`, `/data/${id}.${type}`),
  );
  return terms([
    [
      'Räknas på',
      'Bara publicerade rader i indikatorernas filer. Där en siffra är skyddad är allt som bygger på den tomt.',
    ],
    ['Kolumner', list(page.data.judgedColumns(id).map((name) => `${HEADINGS[name]} (<code>${name}</code>)`))],
    ['Filer', list(files)],
  ]);
};

/** The profile's parameters that the figure depends on. */
const parameters = ({ katalog }: Page, { parametrar = [] }: KatalogIndikator): [string, string][] =>
  parametrar.length === 0
    ? []
    : [
        [
          'Parametrar',
          escapeHtml(
            parametrar
              .map(
                (name) => `${parameterName(name)}: ${parameterText(name, katalog.parametrar[name] ?? null)}`,
              )
              .join('; '),
          ),
        ],
      ];

/** One published figure and its numbers, as an example. */
export const siffran_spar: Block = (page, args) => {
  const { id, indikator } = subject(page, args);
  if (!indikator)
    return `<p>En rad i ${link(`${id}.csv`, `/data/${id}.csv`)} per enhet och period, med kolumnerna ovan. Hur filerna läses står under ${link('Öppna data', '/oppna-data')}.</p>`;
  const rad = exampleOf(page, id);
  if (!rad) return '<p>Utdragen ger ingen siffra att visa.</p>';
  const shown = (falt: 'taljare' | 'namnare' | 'antal') =>
    valueCell({ rad, falt, decimaler: Number.isInteger(rad[falt]) ? 0 : 1 }, 'span');
  const kategori = rad.kategori === 'alla' ? '' : `, kategori <code>${escapeHtml(rad.kategori)}</code>`;
  const value = valueCell({ rad, decimaler: indikator.decimaler }, 'span');
  return terms([
    [
      'Siffra',
      `${escapeHtml(rad.enhet)}, ${formatPeriod(rad.periodtyp, rad.period)}, grupp ${escapeHtml(groupName(rad.grupp))}${kategori}`,
    ],
    ['Adress', `<code class="hash">${escapeHtml(addressOf(rad))}</code>`],
    ['Täljare', `${shown('taljare')} (${escapeHtml(indikator.taljare)})`],
    ['Nämnare', `${shown('namnare')} (${escapeHtml(indikator.namnare)})`],
    ['Antal', `${shown('antal')} fall bakom siffran`],
    ['Värde', `<strong>${value}</strong> ${escapeHtml(indikator.enhet)}`],
    ...(rad.nedre === null
      ? []
      : [['95 % intervall', intervalCell(rad, { decimaler: indikator.decimaler })] as [string, string]]),
    ['Status', `${rad.status}, ${rad.slutlig ? 'slutlig' : 'ej slutlig'}`],
  ]);
};

/** The latest figure of the widest unit that shows one. */
function exampleOf(page: Page, id: string): PubliceradRad | undefined {
  const units = [
    page.region,
    ...unitsOf(page.katalog, 'delregion'),
    ...unitsOf(page.katalog, 'vardgivare'),
    ...unitsOf(page.katalog, 'kommun'),
  ];
  let first: PubliceradRad | undefined;
  for (const unit of units) {
    const span = spanOf(page, id, unit, ['ar', 'halvar', 'kvartal', 'manad', 'helg']);
    const rows = span ? page.data.categories(id, unit, span.typ, span.period) : [];
    const shown = rows.find(({ status }) => status === 'visas');
    if (shown) return shown;
    first ??= rows[0];
  }
  return first;
}

/** A figure's address: what `data-cell` holds. */
const addressOf = ({
  indikator,
  niva,
  enhet_id,
  periodtyp,
  period,
  grupp,
  kategori,
}: PubliceradRad): string => [indikator, niva, enhet_id, periodtyp, period, grupp, kategori].join('|');

/** The statement whole, with its checksum and the files it builds on, each to be read. */
export const siffran_sql: Block = (page, args) => {
  const { indikator, bedomning } = subject(page, args);
  const { laser, sql, sql_sha256 } = (indikator ?? bedomning)!;
  const own = laser.at(-1)!;
  const items = laser.map((file) => `<li>${link(file, `/revision/queries/${file}`)}</li>`);
  return (
    `<pre class="sql" tabindex="0" role="region" aria-label="SQL: queries/${escapeHtml(own)}"><code>-- queries/${escapeHtml(own)}\n${escapeHtml(sql.trimEnd())}</code></pre>` +
    `<p class="bildtext">SHA-256 för ${link(own, `/revision/queries/${own}`)}: <code class="hash">${sql_sha256}</code></p>` +
    `<details><summary>Alla ${items.length} filer från utdrag till siffra</summary><p>Frågan läser tabeller som andra frågor gör. De här, i mappordning, är hela vägen från de inlästa raderna.</p><ul class="spalter">${items.join('')}</ul></details>`
  );
};

/** What disclosure control does to this figure. */
export const siffran_rojande: Block = (page, args) => {
  const { indikator } = subject(page, args);
  const { troskel, metod } = page.katalog;
  const rule =
    metod === 'ckm'
      ? `<p>Inget döljs. Varje antal är ändrat med ett litet slumpmässigt brus, så att ingen enskild går att peka ut, och kommandot nedan ger samma ändrade tal. Reglerna står under ${link('Röjandekontroll', '/skydd')}.</p>`
      : troskel > 1
        ? `<p>En siffra visas som <strong>skyddad</strong> om den ${protectedBasis(troskel)}. Inget av dess tal finns i filerna, och kommandot nedan skriver inte ut dem. Reglerna står under ${link('Röjandekontroll', '/skydd')}.</p>`
        : '<p>Profilens tröskel är 1: ingen siffra döljs.</p>';
  if (!indikator) return `${rule}<p>Bedömningar görs bara av siffror som visas.</p>`;
  const { visas, skyddad, saknas } = indikator.rader;
  const kinds = [
    `visas ${formatNumber(visas)}`,
    ...(skyddad > 0 ? [`är ${formatNumber(skyddad)} skyddade`] : []),
    `saknar ${formatNumber(saknas)} uppgifter eller fall`,
  ];
  return `${rule}<p>Av indikatorns rader ${list(kinds)}.</p>`;
};

/** The command that computes a figure again, filled in for the example; a script fills in the figure the reader came from. */
export const siffran_kommando: Block = (page, args) => {
  const { id, indikator } = subject(page, args);
  const { profil, utgava } = page.katalog;
  // The same publication again takes the one it follows.
  const series = utgava
    ? ` --previous ${utgava.foregaende ? 'FÖRRA' : 'ingen'}${utgava.revision ? ' --revision' : ''}`
    : '';
  const stands = utgava?.foregaende
    ? `<p>Utgåvan följer en tidigare, till och med ${formatDate(utgava.foregaende.sista_datadag)}. En siffra som stod i den står kvar, också om källan har rättats. <code>FÖRRA</code> är mappen med den utgåvan.</p>`
    : '';
  const command = (cell: string) =>
    `<pre class="kommando" id="kommando"><code>npm run explain -- --cell "${escapeHtml(cell)}" --extracts MAPP --profile ${escapeHtml(profil)}${series} --out dist</code></pre>`;
  const places =
    '<code>--extracts</code> är mappen med utdragen, <code>--out</code> webbplatsen att jämföra med.';
  const csv = link(`${id}.csv`, `/data/${id}.csv`);
  if (!indikator) {
    const columns = isJudgement(id) ? [id, ...JUDGED_KEYS[id]].join('|') : id;
    const example = page.data.judgedExample(id);
    return (
      stands +
      '<p>Med utdragen och samma version av programmet räknar kommandot om raden från första raden i utdragen. Det skriver radens alla kolumner, frågan och utdragens kontrollsummor, och jämför med den publicerade filen.</p>' +
      command(example ?? columns) +
      `<p id="kommando-om">${example ? `Kommandot är ifyllt för den första raden i ${csv}.` : `Utdragen ger ingen rad i ${csv}.`}</p>` +
      `<p>För en annan rad: skriv dess värden som <code>${columns}</code>, med lodstreck emellan och inom citattecken. ${places}</p>`
    );
  }
  const rad = exampleOf(page, id);
  const cell = rad ? addressOf(rad) : `${id}|niva|enhet_id|periodtyp|period|grupp|kategori`;
  return (
    stands +
    '<p>Med utdragen och samma version av programmet räknar kommandot om en siffra från första raden. Det skriver definition, täljare, nämnare, värde, intervall och utdragens kontrollsummor, och jämför med den publicerade filen.</p>' +
    command(cell) +
    '<p id="kommando-om">Kommandot är ifyllt för exemplet ovan.</p>' +
    `<p>För en annan siffra: skriv dess rad i ${csv} som <code>indikator|niva|enhet_id|periodtyp|period|grupp|kategori</code>, med lodstreck emellan och inom citattecken. ${places}</p>`
  );
};
