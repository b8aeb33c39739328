import { describe, expect, it } from 'vitest';
import { keyFigure } from '../../src/components/index.ts';
import { months, situationOf, verdict } from './rows.ts';
import { shown } from './shown.ts';

describe('key figure', () => {
  it('number, unit, what it stands on, each tied to its cell, and the link says of what', () => {
    const html = keyFigure({ ...situationOf(), id: 'k', href: '/definitioner#medeldagar_alla' });
    expect(shown(html).map(([, field, text]) => [field, text])).toEqual([
      [null, '0,56'],
      ['taljare', '29'],
      ['namnare', '52'],
    ]);
    expect(html).toContain('Så är siffran räknad<span class="dold">: Medeldagar</span>');
  });
  it('a hidden month shows the word and no number at all', () => {
    const html = keyFigure({
      ...situationOf(months([0.9, null])),
      diagram: verdict({ senaste_period: '2026-09-01' }),
      id: 'k',
      href: '#',
    });
    expect(shown(html).map(([, , text]) => text)).toEqual(['skyddad']);
    expect(html.replace(/<svg[\s\S]*?<\/svg>/g, '')).not.toMatch(/0,9|1,00|29/);
  });
});
