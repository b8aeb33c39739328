/** The first sentences of a page, which tell of more than one figure. */
import { describe, expect, it } from 'vitest';
import { leadParagraph, plainText } from '../../src/components/index.ts';
import { ater, medel, months, situationOf, verdict } from './rows.ts';

const text = (html: string) => plainText(html).replaceAll('\u00a0', ' ');
const run = { bedomning: 'battre', signal: 'sju_samma_sida', i_rad: 18, sida: -1 } as const;

describe('a lead', () => {
  it('a lead in which every figure is hidden says it once', () => {
    const lage = situationOf({ ...months([1, null]), diagram: null });
    expect(text(leadParagraph([lage, { ...lage, indikator: ater }]))).toMatch(
      /^De senaste månadssiffrorna för Eslöv är skyddade: var och en bygger på 1–4 fall/,
    );
  });

  it('a hidden second series is a sentence of its own, with its name', () => {
    const second = situationOf({ ...months([1, null]), indikator: ater, diagram: null });
    expect(text(leadParagraph([situationOf({ diagram: verdict(run) }), second]))).toContain(
      'Siffran för andelen återinskrivna inom 30 dagar i oktober 2026 är skyddad',
    );
  });

  it('a lead whose figures cannot be judged says so once', () => {
    const lagen = [medel, ater].map((indikator) =>
      situationOf({ indikator, ...months([1, 2], { indikator: indikator.id }), diagram: null }),
    );
    const lead = text(leadParagraph(lagen));
    expect(lead.match(/För få månader kan visas för en bedömning\./g)).toHaveLength(1);
    expect(lead).toContain('Inte heller den kan bedömas.');
  });
});
