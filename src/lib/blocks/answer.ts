import { escapeHtml } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { spanOf } from '../page.ts';
import { spanText } from '../words.ts';
import { pagaende } from './beds.ts';
import { ben, vantan_orsaker } from './chain.ts';
import { varaktighet } from './waiting.ts';
import { matris, veckodagar } from './weekday.ts';

/** The figures that answer a page's question, and the indicator that has their period. */
const ANSWERS: Record<string, { figurer: Block[]; indikator: string }> = {
  vantan: { figurer: [varaktighet, pagaende], indikator: 'varaktighet' },
  veckodagar: { figurer: [veckodagar, matris], indikator: 'veckodag_matris' },
  vardkedjan: { figurer: [ben, vantan_orsaker], indikator: 'ledtider' },
};

/** Titles that only name the figure, where nothing can be said of what it shows. */
const NO_FINDING =
  /^(Hur länge fallen|Orsaker till|Väntan efter|Väntedagar före och|Utskrivningar efter|Utskrivningsklara som var)/;

/** A page's lead: what its main figures' titles say. Nothing where none of them can be drawn. `om`: the page. */
export const svar: Block = (page, { om = '' }) => {
  const answer = ANSWERS[om];
  if (!answer) throw new Error(`unknown page to answer for: ${om}`);
  const titles = answer.figurer.flatMap((draw) => {
    const title = /<h3[^>]*>(.*?)<\/h3>/.exec(draw(page, {}))?.[1];
    return title && !NO_FINDING.test(title) ? [`${title}.`] : [];
  });
  if (titles.length === 0) return '';
  const span = spanOf(page, answer.indikator);
  const where = span ? `<p class="datarad">${escapeHtml(page.unit.namn)}, ${spanText(span)}.</p>` : '';
  return `${where}<p class="ingress">${titles.join(' ')}</p>`;
};
