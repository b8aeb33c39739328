import type { Tillganglighet } from '../../../data-loaders/catalogue-types.ts';
import { escapeHtml, formatDate, genitive } from '../../components/index.ts';
import type { Block } from '../markdown.ts';

const CONFORMANCE: Record<NonNullable<Tillganglighet['forenlighet']>, string> = {
  helt: 'helt förenlig med lagen. Det finns inga kända brister',
  delvis: 'delvis förenlig med lagen. Bristerna står nedan',
  inte: 'inte förenlig med lagen. Bristerna står nedan',
};

const REASON: Record<Tillganglighet['brister'][number]['skal'], string> = {
  bristande_efterlevnad: 'Lever inte upp till lagens krav',
  oskaligt_betungande: 'Oskäligt betungande att åtgärda',
  undantag: 'Omfattas inte av lagen',
};

/** Who stands behind the site, and how far it follows the law: the publisher's own words, none of ours. */
export const tillganglighet_lage: Block = ({ katalog: { tillganglighet } }) => {
  if (!tillganglighet)
    return (
      '<p><strong>Redogörelsen är inte färdig.</strong> Vem som svarar för webbplatsen och hur väl den följer lagen är ' +
      'inte angivet än.</p>'
    );
  const { ansvarig, forenlighet } = tillganglighet;
  return (
    `<p>${escapeHtml(ansvarig)} står bakom webbplatsen och vill att så många som möjligt ska kunna använda den. ` +
    (forenlighet
      ? `Enligt ${escapeHtml(genitive(ansvarig))} bedömning är den <strong>${CONFORMANCE[forenlighet]}</strong>.</p>`
      : 'Hur väl den följer lagen är inte bedömt.</p>')
  );
};

/** The faults the publisher knows of, under the law's three headings. */
export const tillganglighet_brister: Block = ({ katalog: { tillganglighet } }) => {
  const known = tillganglighet?.brister ?? [];
  if (known.length === 0) return '<p>Inga brister är angivna.</p>';
  return (Object.keys(REASON) as (keyof typeof REASON)[])
    .map((skal) => ({ skal, faults: known.filter((fault) => fault.skal === skal) }))
    .filter(({ faults }) => faults.length > 0)
    .map(
      ({ skal, faults }) =>
        `<h3>${REASON[skal]}</h3><ul>${faults
          .map(({ vad, atgard }) => `<li>${escapeHtml([vad, atgard].filter(Boolean).join(': '))}.</li>`)
          .join('')}</ul>`,
    )
    .join('');
};

/** When the site was judged, and by whom. */
export const tillganglighet_bedomning: Block = ({ katalog: { tillganglighet } }) => {
  if (!tillganglighet) return '';
  const { ansvarig, bedomd, granskare, uppdaterad } = tillganglighet;
  const judged = bedomd
    ? `Senaste bedömningen gjordes den ${formatDate(bedomd)} av ${escapeHtml(granskare ?? `${ansvarig}, som självskattning`)}.`
    : 'När webbplatsen senast bedömdes är inte angivet.';
  return `<p>${judged}${uppdaterad ? ` Redogörelsen uppdaterades den ${formatDate(uppdaterad)}.` : ''}</p>`;
};
