import {
  columnName,
  dataTable,
  escapeHtml,
  formatNumber,
  groupName,
  levelName,
  link,
  list,
} from '../../components/index.ts';
import type { KatalogIndikator } from '../data.ts';
import type { Block } from '../markdown.ts';
import type { Page } from '../page.ts';
import { definitionHref } from './unit.ts';

const DIRECTION = {
  lagre: 'Lägre är bättre',
  hogre: 'Högre är bättre',
  ingen: 'Varken högre eller lägre är bättre',
};
export const PERIODS: Record<string, string> = {
  manad: 'månad',
  kvartal: 'kvartal',
  halvar: 'halvår',
  ar: 'år',
  rullande12: 'rullande 12 månader',
  helg: 'storhelg',
};
const FINAL = {
  utskrivning: 'När perioden är slut och hela finns i utdragen.',
  aterinskrivning: 'När uppföljningstiden har gått även för den sista utskrivningen i perioden.',
  helg: 'När den första vardagen efter helgen finns i utdragen.',
};

/** "Kolumnen X levererades inte" for an indicator that is switched off; empty for one that is on. */
export function switchedOff({ avstangd_saknar }: KatalogIndikator): string {
  if (avstangd_saknar.length === 0) return '';
  const names = avstangd_saknar.map(columnName);
  const [first] = names;
  return names.length === 1
    ? `Avstängd: kolumnen ${first} levererades inte.`
    : `Avstängd: kolumnerna ${list(names)} levererades inte.`;
}

/** Every indicator with how it is computed, straight from the head of its SQL file. */
export const definitioner: Block = ({ katalog }) => katalog.indikatorer.map(definition).join('\n');

function definition(indikator: KatalogIndikator): string {
  const rows: [string, string][] = [
    ['Täljare', escapeHtml(indikator.taljare)],
    ['Nämnare', escapeHtml(indikator.namnare)],
    [
      'Enhet',
      `${escapeHtml(indikator.enhet)}, ${indikator.decimaler} ${indikator.decimaler === 1 ? 'decimal' : 'decimaler'}`,
    ],
    ['Riktning', DIRECTION[indikator.riktning]],
    [
      'Redovisas för',
      escapeHtml(`${list(indikator.nivaer.map(levelName))}, per ${list(indikator.perioder.map(period))}`),
    ],
    ['Grupper', escapeHtml(list(indikator.grupper.map(groupName)))],
    ...exceptions(indikator),
    ['Slutlig', FINAL[indikator.slutlig]],
    ['Kräver', escapeHtml(list(indikator.kraver.map(columnName)))],
    ['Källa', escapeHtml(indikator.kalla)],
    ...(indikator.avviker ? ([['Avvikelse', escapeHtml(indikator.avviker)]] as [string, string][]) : []),
    ['Id', `<code>${indikator.id}</code>, ${link(`${indikator.id}.csv`, `/data/${indikator.id}.csv`)}`],
    ['SQL, SHA-256', `<code class="hash">${indikator.sql_sha256}</code>`],
  ];
  const off = switchedOff(indikator);
  return (
    `<section class="definition"><h2 id="${indikator.id}">${escapeHtml(indikator.titel)}</h2>` +
    `<p>${escapeHtml(indikator.definition)}</p>${off ? `<p><strong>${escapeHtml(off)}</strong></p>` : ''}` +
    `<dl>${rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`).join('')}</dl>` +
    `<details><summary>SQL för ${escapeHtml(indikator.titel.toLocaleLowerCase('sv'))}</summary>` +
    `<div class="rull" tabindex="0" role="region" aria-label="${escapeHtml(indikator.fil)}"><pre><code>${escapeHtml(query(indikator))}</code></pre></div></details></section>`
  );
}

const period = (typ: string): string => PERIODS[typ] ?? typ;

function exceptions({ undantag }: KatalogIndikator): [string, string][] {
  const parts = Object.entries(undantag ?? {}).map(
    ([niva, only]) =>
      `${levelName(niva as Parameters<typeof levelName>[0])}: per ${list(only.perioder.map(period))}, ${list(only.grupper.map(groupName))}`,
  );
  return parts.length > 0 ? [['Undantag', escapeHtml(parts.join('; '))]] : [];
}

/** The statement without its readable head, which the page already shows. */
const query = ({ fil, sql }: KatalogIndikator): string =>
  `-- ${fil}\n${sql.replace(/^\/\* ---[\s\S]*?--- \*\/\n/, '')}`.trimEnd();

/** Source, denominator and link per monthly indicator: the list at the foot of a unit's page. */
export const kallor: Block = ({ katalog }) =>
  `<dl class="kallor">${katalog.indikatorer
    .filter(({ kategorier, perioder }) => !kategorier && perioder.includes('manad'))
    .map(
      (indikator) =>
        `<div><dt>${escapeHtml(indikator.kort)}</dt><dd>${escapeHtml(indikator.definition)} Nämnare: ${escapeHtml(indikator.namnare)}. ` +
        `${link('Så är siffran räknad', definitionHref(indikator.id))}</dd></div>`,
    )
    .join('')}</dl>`;

/** Contents of the definitions page. */
export const definitionslista: Block = ({ katalog }) =>
  `<ul class="spalter">${katalog.indikatorer
    .map(({ id, titel }) => `<li>${link(titel, `#${id}`)}</li>`)
    .join('')}</ul>`;

/** The profile's parameters that steer the figures. */
export const parametrar: Block = ({ katalog }) =>
  dataTable({
    id: 'tabell-parametrar',
    caption: `Parametrar i profilen ${katalog.profilnamn}`,
    radrubrik: 'Parameter',
    kolumner: [{ rubrik: 'Värde', text: true }],
    rader: Object.entries(katalog.parametrar).map(([name, value]) => ({
      rubrik: PARAMETERS[name] ?? name,
      celler: [{ text: parameterText(value) }],
    })),
    troskel: katalog.troskel,
  });

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
};

function parameterText(value: string | number | boolean | null): string {
  if (value === null || value === '') return 'ej angivet';
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'number') return formatNumber(value, Number.isInteger(value) ? 0 : 2);
  return value.replaceAll('_', ' ');
}

/** Delregioner with their dated members and whether the membership is confirmed. */
export const indelning: Block = (page: Page) =>
  dataTable({
    id: 'tabell-indelning',
    caption: 'Delregioner och kommuner i profilen',
    radrubrik: 'Delregion',
    kolumner: [
      { rubrik: 'Kommuner', text: true },
      { rubrik: 'Uppgiften', text: true },
    ],
    rader: page.katalog.delregioner.map(({ kod, namn, bekraftad, medlemmar }) => ({
      rubrik: namn,
      href: `/delregion/${kod}`,
      celler: [
        { text: list(medlemmar.map((m) => memberText(page, m))) || 'inga' },
        { text: bekraftad ? 'bekräftad' : 'inte bekräftad' },
      ],
    })),
    troskel: page.katalog.troskel,
  });

function memberText({ katalog }: Page, m: { kommun: string; fran: string; till: string | null }): string {
  const name = katalog.enheter.find(({ niva, id }) => niva === 'kommun' && id === m.kommun)?.namn ?? m.kommun;
  return m.till ? `${name} (till ${m.till})` : name;
}
