import { describe, expect, it } from 'vitest';
import type { MalRad } from '../../data-loaders/judgement-types.ts';
import { goalMark, outcomeText, outcomeWord } from '../../src/components/index.ts';

describe('goal', () => {
  const goal = (over: Partial<MalRad>): MalRad => ({
    mal: 1,
    indikator: 'medeldagar_alla',
    niva: 'kommun',
    enhet_id: '1281',
    enhet: 'Lund',
    periodtyp: 'ar',
    period: '2025-01-01',
    malvarde: 1,
    riktning: 'hogst',
    varde: 1.1,
    nedre: 0.9,
    ovre: 3,
    antal: 100,
    status: 'visas',
    utfall: 'gar_inte_att_avgora',
    utan_intervall: 0,
    styrdiagram: 'normal',
    beslutad_av: 'nämnden',
    beslutad: null,
    fran: '2025-01-01',
    till: null,
    exempel: 0,
    ...over,
  });

  it('stands in the middle, met to the left of "at most" and to the right of "at least"; beyond reach at the edge', () => {
    expect(goalMark(goal({}))).toContain('M80,0V24');
    expect(goalMark(goal({}))).toContain('x="0" width="80"');
    expect(goalMark(goal({ riktning: 'minst' }))).toContain('x="80" width="80"');
    expect(goalMark(goal({}))).toContain('H160"');
  });

  it('has no mark where the outcome is hidden, and a word always', () => {
    expect(goalMark(goal({ status: 'skyddad', varde: null }))).toBe('');
    expect(outcomeWord(goal({ status: 'skyddad', utfall: 'skyddad', nedre: null }))).toMatch(
      /Skyddad<\/span>$/,
    );
    expect(outcomeWord(goal({}))).toMatch(/Går inte att avgöra<\/span>$/);
  });

  it('says where no interval stands behind the outcome: the value decided, or nothing did', () => {
    const without = { nedre: null, ovre: null };
    expect(outcomeWord(goal({ ...without, utfall: 'uppnatt', utan_intervall: 1 }))).toMatch(
      /Uppnått<\/span> <small>utan intervall<\/small>$/,
    );
    expect(outcomeText(goal({ ...without, antal: 19 }))).toBe('går inte att avgöra, få fall');
    expect(outcomeText(goal({}))).toBe('går inte att avgöra');
  });
});
