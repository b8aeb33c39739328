import { expect, it } from 'vitest';
import { readRegistry, withDays } from '../../data-loaders/registry.ts';
import { denominatorNoun, followUpDays, words } from '../../src/components/vocabulary.ts';

const registry = readRegistry();
const returns = registry.filter(({ parametrar }) => parametrar?.includes('aterinskrivning.dagar'));
const read = (id: string, dagar: number) => withDays(returns.find((one) => one.id === id)!, dagar);

it('the texts of every figure that counts within the profile’s days give that number of days', () => {
  expect(returns.length).toBeGreaterThan(6);
  for (const indikator of returns) {
    const { titel, kort, definition, taljare, namnare } = withDays(indikator, 14);
    const text = [titel, kort, definition, taljare, namnare].join(' ');
    expect(text, indikator.id).not.toMatch(/30 dagar/);
    expect(withDays(indikator, 30)).toEqual(indikator);
  }
  expect(read('aterinskrivning_30d', 14).titel).toBe('Oplanerad återinskrivning inom 14 dagar');
  expect(read('aterinskrivning_30d', 14).taljare).toContain('1–14 dagar');
  for (const indikator of registry.filter((one) => !returns.includes(one)))
    expect(withDays(indikator, 14)).toEqual(indikator);
});

it('and so do the sentences', () => {
  const shorter = read('aterinskrivning_30d', 14);
  expect(followUpDays(shorter)).toBe(14);
  expect(words(shorter).amne).toBe('andelen återinskrivna inom 14 dagar');
  expect(words(shorter).pastaende.lagre).toContain('skrivs in igen inom 14 dagar');
  expect(words(read('aterinskrivning_30d_alla', 30)).pastaende.hogre).toContain(
    'skrivs in igen, planerat eller oplanerat, inom 30 dagar',
  );
  expect(denominatorNoun(read('aterinskrivning_30d_svu', 30))).toBe('utskrivningar');
});
