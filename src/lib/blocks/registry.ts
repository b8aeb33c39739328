import {
  columnName,
  dataTable,
  escapeHtml,
  groupName,
  levelName,
  link,
  list,
} from '../../components/index.ts';
import type { KatalogIndikator } from '../data.ts';
import type { Block } from '../markdown.ts';
import type { Page } from '../page.ts';
import { parameterRows } from '../parameters.ts';
import { terms } from '../terms.ts';
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

/** Every indicator in short, straight from the head of its SQL file; the rest stands on its own page. */
export const definitioner: Block = ({ katalog }) => katalog.indikatorer.map(definition).join('\n');

function definition(indikator: KatalogIndikator): string {
  const off = switchedOff(indikator);
  return (
    `<section class="definition"><h2 id="${indikator.id}">${escapeHtml(indikator.titel)}</h2>` +
    `<p>${escapeHtml(indikator.definition)}</p>${off ? `<p><strong>${escapeHtml(off)}</strong></p>` : ''}` +
    terms([
      ['Täljare', escapeHtml(indikator.taljare)],
      ['Nämnare', escapeHtml(indikator.namnare)],
    ]) +
    `<p>${link('SQL, utdrag och kommando som räknar om siffran', definitionHref(indikator.id))}</p></section>`
  );
}

/** An indicator's head in full: term and text, HTML. */
export const definitionRows = (indikator: KatalogIndikator): [string, string][] => [
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
  [
    'Filer',
    list(
      ['csv', 'xlsx', 'parquet', 'arrow'].map((type) =>
        link(`${indikator.id}.${type}`, `/data/${indikator.id}.${type}`),
      ),
    ),
  ],
];

const period = (typ: string): string => PERIODS[typ] ?? typ;

function exceptions({ undantag }: KatalogIndikator): [string, string][] {
  const parts = Object.entries(undantag ?? {}).map(
    ([niva, only]) =>
      `${levelName(niva as Parameters<typeof levelName>[0])}: per ${list(only.perioder.map(period))}, ${list(only.grupper.map(groupName))}`,
  );
  return parts.length > 0 ? [['Undantag', escapeHtml(parts.join('; '))]] : [];
}

/** Source, denominator and link per monthly indicator: the list at the foot of a unit's page. */
export const kallor: Block = ({ katalog }, { id }) =>
  `<dl class="kallor">${katalog.indikatorer
    .filter(({ kategorier, perioder }) => !kategorier && perioder.includes('manad'))
    .filter(
      (indikator) => !id || (id.split(',').includes(indikator.id) && indikator.avstangd_saknar.length === 0),
    )
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
    rader: parameterRows(katalog).map(([rubrik, text]) => ({ rubrik, celler: [{ text }] })),
    troskel: katalog.troskel,
  });

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
