import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { Tillganglighet } from '../../data-loaders/catalogue-types.ts';
import { SLAG } from '../../data-loaders/extracts/kinds.ts';
import * as accessibility from '../../src/lib/blocks/accessibility.ts';
import type { Page } from '../../src/lib/page.ts';
import { drawAll } from './draw.ts';

let pages: Map<string, string>;
beforeAll(() => {
  pages = drawAll({});
});

/** A sentence of a reader's tour names parts of the page it sends them to. */
it.each([
  ['/delregion/mellersta', ['Läget, en mening per indikator', 'Hur gick den senaste storhelgen?']],
  ['/kommun/1281', ['Var går dagarna förlorade?', 'På vilka veckodagar stannar det upp?']],
])('the tours name sections that %s has', (path, headings) => {
  for (const heading of headings) {
    expect(pages.get(path), heading).toContain(`>${heading}</h2>`);
    expect(readFileSync('docs/rundtur.md', 'utf8').toLowerCase()).toContain(
      heading.split(/[,?]/)[0]!.replace('Hur gick den senaste ', '').toLowerCase(),
    );
  }
});

it('the help page is the text of docs/rundtur.md, a tour per reader', () => {
  const help = pages.get('/hjalp')!;
  for (const reader of ['delregionala beredningen', 'lokala samverkansgruppen', 'revisorn', 'analytikern'])
    expect(help).toContain(
      `Fem minuter för den ${reader}`
        .replace('den revisorn', 'revisorn')
        .replace('den analytikern', 'analytikern'),
    );
  expect(help).not.toContain('<!--');
  expect(help).toContain('klara först 30 dagar');
});

it('links of the tours and of the order lead to pages that exist', () => {
  // What a build writes beside the pages is looked for in a built site (build.test.ts).
  for (const path of ['/hjalp', '/bestallning', '/underlag', '/amnen'])
    for (const [, href] of pages.get(path)!.matchAll(/href="(\/[^"#]*)/g))
      if (!/\.\w+$/.test(href!)) expect([...pages.keys()], `${path} → ${href}`).toContain(href);
});

it('the order asks for every extract that the program reads', () => {
  const order = readFileSync('docs/bestallning.md', 'utf8');
  for (const kind of SLAG.filter((kind) => kind !== 'vardtillfallen'))
    expect(order).toContain(`- \`${kind}\`, `);
});

const statement = (tillganglighet: Partial<Tillganglighet> | null): string => {
  const whole = tillganglighet && {
    ansvarig: 'Region Prov',
    forenlighet: null,
    granskare: null,
    bedomd: null,
    uppdaterad: null,
    brister: [],
    ...tillganglighet,
  };
  const page = { katalog: { tillganglighet: whole } } as unknown as Page;
  return Object.values(accessibility)
    .map((block) => block(page, {}))
    .join('');
};

it('the accessibility statement says what the publisher found, and that it is unfinished where it says nothing', () => {
  expect(statement(null)).toContain('Redogörelsen är inte färdig');
  expect(statement({})).toContain('Hur väl den följer lagen är inte bedömt');
  expect(statement({ forenlighet: 'helt' })).toContain('Region Provs bedömning är den <strong>helt förenlig');
  const found = statement({
    forenlighet: 'delvis',
    bedomd: '2026-11-02',
    brister: [{ vad: 'En <film> utan text', skal: 'oskaligt_betungande', atgard: 'Textas 2027' }],
  });
  expect(found).toContain(
    '<h3>Oskäligt betungande att åtgärda</h3><ul><li>En &lt;film&gt; utan text: Textas 2027.</li>',
  );
  expect(found).toContain('2\u00a0november 2026 av Region Prov, som självskattning');
});
