import { escapeHtml, formatNumber, link, list, numberWord, plural } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { observations } from '../observations/index.ts';
import type { Page } from '../page.ts';

/** The latest final year, undefined where no year is final. */
export const reviewYear = ({ data }: Page): string | undefined => data.goalYears().at(-1)?.period;

/** How many of the year's goals are reached, and who has none. */
export const revision_lage: Block = (page) => {
  const sum = page.data.goalYears().at(-1);
  if (!sum) return '<p class="ingress">Inget helt år är slutligt i utdragen, så inget mål kan granskas.</p>';
  const year = sum.period.slice(0, 4);
  const without = page.data.goalsOf(sum.period).filter(({ utfall }) => utfall === 'inget_mal');
  const missing =
    sum.kommuner_utan_mal === 0
      ? ''
      : sum.kommuner_utan_mal <= 4
        ? ` ${escapeHtml(list(without.map(({ enhet }) => enhet)))} saknar mål.`
        : ` ${plural(sum.kommuner_utan_mal, 'kommun', 'kommuner')} saknar mål.`;
  if (sum.mal === 0)
    return `<p class="ingress"><strong>Inget mål är beslutat för ${year}.</strong> Det är i sig en iakttagelse: utan mål kan ingen säga om väntan är för lång, bara om den har förändrats.</p>`;
  const parts = [
    [sum.uppnatt, 'är uppnått', 'är uppnådda'],
    [sum.ej_uppnatt, 'är ej uppnått', 'är ej uppnådda'],
    [sum.gar_inte_att_avgora, 'går inte att avgöra', 'går inte att avgöra'],
    [sum.skyddad, 'är skyddat', 'är skyddade'],
    [sum.saknas, 'saknar uppgifter', 'saknar uppgifter'],
  ] as const;
  // Figures and words are not mixed in one sentence.
  const numeral = (count: number) =>
    numberWord(sum.mal) === formatNumber(sum.mal) ? formatNumber(count) : numberWord(count, true);
  const shown = parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `<strong>${numeral(count)} ${count === 1 ? one : many}</strong>`);
  const exempel = page.katalog.mal.every(({ exempel }) => exempel)
    ? '<p class="datarad"><strong>Målen är exempel och inte beslutade.</strong> De visar hur en granskning går till.</p>'
    : '';
  return `<p class="ingress">För ${year} prövades ${numeral(sum.mal)} mål, räknat per enhet: ${list(shown)}.${missing}</p>${exempel}`;
};

/** What a reviewer may have to ask about, numbered. */
export const iakttagelser: Block = (page) => {
  const items = observations(page).map(
    ({ rubrik, vad, varfor, se }) =>
      `<li><h3>${escapeHtml(rubrik)}</h3><p>${escapeHtml(vad)}</p><p class="varfor">${escapeHtml(varfor)} ${link(se.text, se.href)}.</p></li>`,
  );
  return `<ol class="iakttagelser">${items.join('')}</ol>`;
};

/** What to take along: the workbook, the manifest and the queries. */
export const revision_underlag: Block = ({ katalog }) =>
  '<ul>' +
  `<li>${link('revisionspaket.xlsx', '/revision/revisionspaket.xlsx')}: mål, bro, iakttagelser, utdrag med kontrollsummor och avvisade rader, indikatorer med frågornas SHA-256, och parametrar, som kalkylblad.</li>` +
  `<li>${link('manifest.json', '/data/manifest.json')}: programmets version, profil, utdrag, frågor och filer med SHA-256, för en dator.</li>` +
  `<li>${link('mal.csv', '/data/mal.csv')} och ${link('bro.csv', '/data/bro.csv')}: alla enheter och perioder.</li>` +
  `<li>Frågorna, ${plural(katalog.indikatorer.length, 'indikator', 'indikatorer')}: länkade från varje ${link('definition', '/definitioner')}.</li>` +
  '<li>Sidan går att skriva ut på några A4-sidor.</li></ul>';
