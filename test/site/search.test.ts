import { describe, expect, it } from 'vitest';
import { search } from '../../src/lib/client/search.ts';
import { drawAll } from './draw.ts';

/** The list as the page has it. */
const ENTRIES = [
  ...drawAll({})
    .get('/sok')!
    .matchAll(/<li(?: data-ord="([^"]*)")?><a[^>]*>([^<]*)<\/a> <small>([^<]*)<\/small>/g),
].map(([, topics = '', title = '', about = '']) => ({ title, about, topics }));
const EXTRA = ['Ängelholm', 'Malmö'].map((title) => ({
  title,
  about: 'kommun',
  topics: 'Väntan Kartläggning',
}));
const find = search([...ENTRIES, ...EXTRA]);

/** Titles found, best first. */
function found(query: string): string[] {
  const scores = find(query);
  return [...ENTRIES, ...EXTRA]
    .map(({ title }, i) => ({ title, score: scores[i]! }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ title }) => title);
}

describe('the search', () => {
  it('reads words from their beginnings: SKR is not in utskrivning', () => {
    expect(found('SKR')[0]).toBe('Medeldagar enligt SKR');
    expect(found('SKR').length).toBeLessThan(8);
    expect(found('skr')).not.toContain('Utskrivningsklar');
  });

  it('puts the page first that is called what is sought', () => {
    for (const word of ['Väntan', 'Mål', 'Återinskrivning', 'Röjandekontroll', 'Metod'])
      expect(found(word)[0], word).toBe(word);
  });

  it('finds a place with a topic, with or without what a place is called besides', () => {
    for (const query of ['väntan Lund', 'kartläggning Lund', 'Lund', 'Lunds kommun', 'lunds'])
      expect(found(query)[0], query).toBe('Lund');
    expect(found('kartläggning')).not.toContain('Lund');
  });

  it('asks for no diacritics', () => {
    expect(found('angelholm')).toEqual(['Ängelholm']);
    expect(found('aterinskrivning')).toEqual(found('återinskrivning'));
  });

  it('knows other words for what the site has', () => {
    for (const word of ['sekretess', 'anonym', 'anonymisering', 'maskad'])
      expect(found(word)[0], word).toBe('Röjandekontroll');
    expect(found('återinläggning')).toContain('Återinskrivning');
    expect(found('Excel')).toContain('Öppna data');
    expect(found('nämnd')).toContain('Mål');
    expect(found('nämnd')).not.toContain('Malmö');
    expect(found('midsommar')).toContain('Storhelg');
  });

  it('looks inside a compound for a long word only, after all else', () => {
    expect(found('planerad')).toContain('Oplanerad återinskrivning inom 30 dagar');
    expect(found('klar')).not.toContain('Utskrivningsklar');
    expect(found('dagen')).toContain('Utskrivningsklardagen');
  });

  it('finds nothing for what is not there', () => {
    expect(found('xyzzy')).toEqual([]);
    expect(found('Lund xyzzy')).toEqual([]);
  });
});
