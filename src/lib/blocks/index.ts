import { plainText, saveTools } from '../../components/index.ts';
import { explained } from '../explained.ts';
import type { Block } from '../markdown.ts';
import type { Page } from '../page.ts';
import * as accessibility from './accessibility.ts';
import * as activities from './activities.ts';
import { svar } from './answer.ts';
import * as beds from './beds.ts';
import { bro } from './bridge.ts';
import { ben, vantan_orsaker } from './chain.ts';
import * as chain from './chain-tables.ts';
import { kliniker, per_enhet } from './chain-units.ts';
import * as compare from './compare.ts';
import * as compared from './compared.ts';
import * as coverage from './coverage.ts';
import { dagklasser } from './dayclass.ts';
import { dagar_tva_satt } from './days-two-ways.ts';
import * as documents from './documents.ts';
import * as explain from './explain.ts';
import { faktorer, ifylld_av } from './factors.ts';
import { tratt } from './funnel.ts';
import * as goals from './goals.ts';
import * as hidden from './hidden.ts';
import * as holiday from './holiday.ts';
import * as lists from './lists.ts';
import { kopiera, oppna_villkor } from './open-data.ts';
import * as payment from './payment.ts';
import { betalning_jamforelse } from './payment-models.ts';
import { manader } from './periods.ts';
import { utgava } from './publication.ts';
import * as quality from './quality.ts';
import * as readmission from './readmission.ts';
import { aterinskrivna } from './readmitted.ts';
import * as registry from './registry.ts';
import { rapport_sammanfattning, rapport_tabell } from './report.ts';
import * as returns from './returns.ts';
import * as review from './review.ts';
import * as reviewGoals from './review-goals.ts';
import { sida_vid_sida } from './side-by-side.ts';
import { sedan } from './since.ts';
import { sommar } from './summer.ts';
import { trend } from './trend.ts';
import * as unit from './unit.ts';
import { mal_enhet } from './unit-goals.ts';
import * as waiting from './waiting.ts';
import * as weekday from './weekday.ts';
import * as where from './where.ts';

const { inledning, nyckeltal, lagen, smaserier, mening } = unit;
const { jamfor, enheter, delregioner } = compare;
const { standardiserat, befolkning_om, liknande_om, dygn_manader } = compared;
const { fredagseffekt, matris, veckodagar, veckodag_per_enhet } = weekday;
const { varaktighet, varaktighet_per_enhet, utskrivningstimme } = waiting;
const { vardplatser, vardplatser_per_enhet, vardplatser_ar, pagaende } = beds;
const { helg, helg_per_enhet, helger, helg_destination } = holiday;
const { jamforelse_om, jamforelseserie, aterinskrivning_tackning } = readmission;
const { aterinskrivning_varianter, aterinskrivning_efter } = returns;
const { definitioner, definitionslista, kallor, parametrar, indelning } = registry;
const { filer, orsaker, kolumner, avstangda, tomma, rader_per_indikator } = quality;
const { processer, frister, framforhallning, destinationer, behov } = chain;
const { tackning, tackning_flaggor, tackning_vardgivare } = coverage;
const { nedladdningar, bedomningar, undersidor, soklista, ordlista, kontakt } = lists;

const { siffran_om, siffran_definition, siffran_spar, siffran_sql, siffran_rojande, siffran_kommando } =
  explain;
const { betalning_modell, betalning_kommuner, betalning_kommun, betalning_manader } = payment;
const { mal, mal_lage } = goals;
const { word, dokument, dokument_delregion, dokumentlista } = documents;
const { aktiviteter, aktiviteter_utanfor, aktiviteter_utfall } = activities;
const { tillganglighet_lage, tillganglighet_brister, tillganglighet_bedomning } = accessibility;
const { karta, kommun_vardgivare } = where;
const { revision_lage, iakttagelser, revision_underlag } = review;
const { revision_beslut, revision_mal } = reviewGoals;

/** Every block a page can hold, by the name after `::`. */
const blocks: Record<string, Block> = {
  dagar_tva_satt,
  ...{ inledning, nyckeltal, lagen, smaserier, mening },
  ...{ jamfor, enheter, manader, delregioner },
  ...{ standardiserat, befolkning_om, liknande_om, dygn_manader, sida_vid_sida },
  ...{ trend, fredagseffekt, matris, veckodagar, veckodag_per_enhet, dagklasser },
  ...{ varaktighet, varaktighet_per_enhet, utskrivningstimme, sommar },
  ...{ vardplatser, vardplatser_per_enhet, vardplatser_ar, pagaende },
  ...{ helg, helg_per_enhet, helger, helg_destination },
  ...{ jamforelse_om, jamforelseserie, aterinskrivning_tackning },
  ...{ aterinskrivning_varianter, aterinskrivning_efter },
  ...{ definitioner, definitionslista, kallor, parametrar, indelning },
  ...{ filer, orsaker, kolumner, avstangda, tomma, rader_per_indikator },
  ...hidden,
  ...{ utgava, svar },
  ...{ ben, vantan_orsaker, processer, frister, framforhallning, destinationer, behov, per_enhet, kliniker },
  ...{ tackning, tackning_flaggor, tackning_vardgivare },
  ...{ betalning_modell, betalning_kommuner, betalning_kommun, betalning_manader, betalning_jamforelse },
  ...{ siffran_om, siffran_definition, siffran_spar, siffran_sql, siffran_rojande, siffran_kommando },
  ...{ revision_lage, revision_beslut, revision_mal, iakttagelser, revision_underlag },
  ...{ sedan, karta, kommun_vardgivare },
  ...{ bro, mal, mal_lage, mal_enhet, tratt },
  ...{ word, dokument, dokument_delregion, dokumentlista, faktorer, ifylld_av, aterinskrivna },
  ...{ aktiviteter, aktiviteter_utanfor, aktiviteter_utfall, rapport_sammanfattning, rapport_tabell },
  ...{ tillganglighet_lage, tillganglighet_brister, tillganglighet_bedomning },
  ...{ nedladdningar, bedomningar, undersidor, soklista, ordlista, kontakt, oppna_villkor, kopiera },
};

/** A block's HTML. Throws an Error for a name that no block has. */
export function drawBlock(page: Page, name: string, args: Record<string, string>): string {
  const block = blocks[name];
  if (!block) throw new Error(`unknown block: ${name}`);
  return withTools(explained(page, block(page, args)), page);
}

/** Published figures in a table that stands outside a figure can be saved too. */
function withTools(html: string, { unit }: Page): string {
  if (html.includes('<figure') || !/<td[^>]* data-(?:cell|jamforelse|bedomning)=/.test(html)) return html;
  const caption = /<caption[^>]*>(.*?)<\/caption>/.exec(html)?.[1];
  return `<div class="tabelldel">${html}${saveTools(html, caption ? plainText(caption) : unit.namn)}</div>`;
}
