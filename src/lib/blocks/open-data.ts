import { escapeHtml, link } from '../../components/index.ts';
import type { Block } from '../markdown.ts';

/** Publisher, licence and public address as the profile has them; what it does not say is said to be missing. */
export const oppna_villkor: Block = ({ katalog }) => {
  const { utgivare, licens, adress } = katalog.oppna_data;
  const publisher = utgivare ?? katalog.tillganglighet?.ansvarig;
  return (
    `<p>${publisher ? `Utgivare är ${escapeHtml(publisher)}.` : 'Utgivare är inte angiven än.'} ` +
    `${licens ? `Uppgifterna får användas enligt licensen ${link(licens, licens)}.` : 'Ingen licens är angiven: fråga den som publicerar webbplatsen innan du använder uppgifterna vidare.'}` +
    `${adress ? ` Webbplatsens adress är ${link(adress, adress)}.` : ''}</p>` +
    (katalog.syntetisk
      ? '<p>Uppgifterna på den här webbplatsen är påhittade och säger inget om någon verklig kommun.</p>'
      : '<p>Ange alltid källa, sista datadag och programmets version när du återger en siffra: definitionen kan ändras mellan versioner.</p>')
  );
};

/** Copies the example above; seen only where scripts run. */
export const kopiera: Block = () =>
  '<div class="verktyg ej-utskrift"><button type="button" data-kopiera="ja">Kopiera exemplet</button></div>';
