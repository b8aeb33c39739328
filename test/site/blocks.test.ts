import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../data-loaders/registry.ts';
import { PAGES } from '../../src/lib/sitemap.ts';
import { drawAll, SOURCE } from './draw.ts';

describe('pages', () => {
  it('every page of the source is in the menu or made from a unit', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    const known = [...PAGES.map(({ path }) => `${path.slice(1)}.md`), '404.md'];
    expect(files.filter((file) => !known.includes(file) && !file.includes('[')).sort()).toEqual([]);
  });

  it('show published figures with their address', () => {
    const page = drawAll({}).get('/kommun/1281')!;
    expect(page).toContain('data-cell="medeldagar_alla|kommun|1281|manad|2026-01-01|alla|alla"');
    expect(page).toContain('data-cell="veckodag_matris|kommun|1281|ar|2025-01-01|alla|1-1"');
    expect(page).toContain('data-cell="helgtabell|kommun|1281|helg|2025-04-18|alla|2025-04-17"');
    expect(page).toContain('data-cell="aterinskrivning_30d|kommun|1285|ar|2025-01-01|alla|alla"');
  });

  it('set kommuner beside each other by inhabitants, age and size, and our figures beside those of others', () => {
    const pages = drawAll({});
    const page = pages.get('/jamforelse')!;
    expect(page).toContain('data-cell="vantedygn_per_1000|kommun|1285|ar|2025-01-01|alla|alla"');
    expect(page).toContain(
      'data-cell="vantedygn_standardiserat|kommun|1285|ar|2025-01-01|alla|alla" data-falt="namnare"',
    );
    expect(page).toContain('data-cell="vantedygn_vardplatser|vardgivare|sus|ar|2025-01-01|alla|alla"');
    expect(page).toContain('2026 räknas med befolkningen 2025, det närmaste tidigare året');
    expect(page).toContain('data-cell="aterinskrivning_30d|vardgivare|sus|manad|2025-07-01|alla|alla"');
    expect(page).toContain('data-jamforelse="aterinlaggning_qlik|vardstyrelse|SUS|manad|2025-07-01"');
    expect(page).toContain('Källa till andras siffra: En annan källa.');
    const kommun = pages.get('/kommun/1281')!.replaceAll('\u00a0', ' ');
    expect(kommun).toMatch(
      /Den kommun i Skåne som har närmast lika många[^<]*Lund \(21 500\): <a href="[^"]*1285">/,
    );
    expect(kommun).toContain('id="figur-jamfor-vantedygn_per_1000-liknande"');
  });

  it('say what an extract of inhabitants would take, where there is none', () => {
    const pages = drawAll({ tom: true });
    expect(pages.get('/jamforelse')).toContain('ingen användbar fil <code>befolkning</code>');
    expect(pages.get('/jamforelse')).toContain('Ingen siffra som andra publicerat gäller samma enhet');
    expect(pages.get('/kommun/1281')).toContain('Vilka kommuner som är lika stora är inte känt');
    const off = drawAll({ avstangda: ['vantedygn_per_1000', 'vantedygn_standardiserat'] });
    expect(off.get('/jamforelse')).toMatch(/Väntedygn per 1 000 <strong>saknas<\/strong>: kolumnen/);
    expect(off.get('/jamforelse')).toMatch(/åldersstandardiserat <strong>saknas<\/strong>: kolumnen/);
  });

  it('show the chain: legs, causes, colours, deadlines, clinics', () => {
    const pages = drawAll({});
    const chain = pages.get('/vardkedjan')!;
    for (const cell of [
      'ledtider|region|12|ar|2025-01-01|alla|rest',
      'orsak_dagar|region|12|ar|2025-01-01|alla|rehab',
      'process_samma_dag|vardgivare|sus|ar|2025-01-01|alla|gul',
      'frister|delregion|mellersta|ar|2025-01-01|alla|sip_kallelse',
      'framforhallning_andringar|region|12|ar|2025-01-01|alla|2-',
      'medeldagar_alla|klinik|sus+medicin|ar|2025-01-01|alla|alla',
      'behov|region|12|ar|2025-01-01|alla|oforandrade',
    ])
      expect(chain).toContain(`data-cell="${cell}"`);
    expect(chain).toContain('säger inte vems felet är');
    expect(chain).toContain('Två eller fler');
    expect(pages.get('/kommun/1281')).toContain('data-cell="ledtider|kommun|1281|ar|2025-01-01|alla|rest"');
    const without = drawAll({ avstangda: ['ledtider', 'orsak_dagar'] });
    expect(without.get('/vardkedjan')).toContain('levererades inte');
    expect(without.get('/kommun/1281')).not.toContain('id="tabell-ben"');
  });

  it('draw without a single row, nothing final, and say so', () => {
    const pages = drawAll({ tom: true });
    expect(pages.get('/index')).toContain('Det finns ingen period att jämföra.');
    expect(pages.get('/veckodagar')).toContain('Utdragen rymmer ingen hel storhelg.');
  });

  it('name the column that would be needed where an indicator is switched off', () => {
    const pages = drawAll({ avstangda: ['helgtabell_destination', 'aterinskrivning_30d'] });
    expect(pages.get('/veckodagar')).toContain('kolumnen utskriven_till levererades inte');
    expect(pages.get('/definitioner')).toContain('Avstängd: kolumnen utskriven_till levererades inte.');
    expect(pages.get('/datakvalitet')).toContain('Avstängd: kolumnen utskriven_till levererades inte.');
    expect(pages.get('/aterinskrivning')).toContain('utskriven_till');
  });

  it('show readmission of any cause where the column on planning is missing, and name the column', () => {
    const pages = drawAll({ avstangda: ['aterinskrivning_30d'] });
    const sentence =
      'Återinskrivning inom 30 dagar, oavsett planering visas i stället för oplanerad återinskrivning inom 30 dagar: kolumnen utskriven_till levererades inte.';
    for (const path of [
      '/index',
      '/kommun/1281',
      '/vardgivare/sus',
      '/delregion/mellersta',
      '/aterinskrivning',
    ]) {
      expect(pages.get(path), path).toContain(sentence);
      expect(pages.get(path), path).not.toMatch(/data-cell="aterinskrivning_30d\|(?!region\|12\|ar\|)/);
    }
    expect(pages.get('/kommun/1281')).toContain(
      'data-cell="aterinskrivning_30d_alla|kommun|1281|manad|2026-01-01|',
    );
    expect(pages.get('/aterinskrivning')).toContain(
      'data-cell="aterinskrivning_30d_alla|vardgivare|sus|ar|2025-01-01|',
    );
    expect(drawAll({}).get('/kommun/1281')).not.toContain('aterinskrivning_30d_alla|');
  });

  it('show readmission by every named rule side by side, and its breakdowns', () => {
    const pages = drawAll({});
    for (const path of ['/metod', '/aterinskrivning'])
      for (const id of ['30d', '30d_nasta', '30d_alla', '30d_svu']) {
        const cell = `data-cell="aterinskrivning_${id}|region|12|ar|2025-01-01|alla|alla"`;
        expect(pages.get(path), path).toContain(`<td ${cell} data-falt="taljare">30</td>`);
        expect(pages.get(path), path).toContain(`<td ${cell}>11,0</td>`);
      }
    const page = pages.get('/aterinskrivning')!;
    expect(page).toContain('data-cell="aterinskrivning_dagar|region|12|ar|2025-01-01|alla|8-14"');
    expect(page).toContain('11 procent av återinskrivningarna kommer inom 7 dagar');
    expect(page).toContain('<th scope="row">Minst 3 dagar</th>');
    expect(page).toContain('<th scope="row">Måndag</th>');
    expect(page).toContain('<th scope="row">Grön</th>');
    expect(page).toContain('65 år och äldre vid utskrivningen');
    expect(page).toContain('Kan inte räknas: kolumnen fodelsear levererades inte.');
  });

  it('say of the extracts which rows, columns and months to look at, and nothing of a few patients', () => {
    const page = drawAll({}).get('/datakvalitet')!.replaceAll('\u00a0', ' ');
    expect(page).toContain('7, 8, 12, 13, 900');
    expect(page).toMatch(
      /Vårdtillfället är längre än ett år[^<]*<\/th><td[^>]*>utskrivningar.csv<\/td><td[^>]*>färre än 5<\/td><td[^>]*>–</,
    );
    expect(page).toMatch(
      /tskriven_till är inget[^<]*<\/th>.*?>3, 4, 5, 6, 7 …<\/td><td[^>]*>utskriven_till</,
    );
    expect(page).toMatch(/>oplanerad<\/th>.*?>visas inte</);
    expect(page).toContain('2026-02-27');
    expect(page).toContain(
      'SUS: inga vårdtillfällen från mars 2025 till och med april 2025, men både före och efter.',
    );
    expect(page).toContain(
      'Ytterligare 2 perioder sticker ut, men siffrorna är skyddade eller publiceras inte.',
    );
    expect(page).toMatch(
      />Kommun, månad<\/th><td>80<\/td><td>24<\/td><td>12<.*?>Kommun, storhelg<\/th><td>20<\/td><td>5<\/td><td>–</s,
    );
    expect(page).toContain('kolumn som är tom i mer än 50 procent av raderna');
    expect(page).toContain(
      'data-cell="veckodag_utskrivning_alla|vardgivare|sus|manad|2026-01-01|alla|1" data-falt="namnare"',
    );
    expect(page).toContain('Läst så: kodning Windows-1252; 2 titelrader ovanför rubrikerna hoppades över.');
    expect(page).not.toContain('undefined');
  });

  it('show a kommun whose months are hidden beside its delregion, without a number of its own', () => {
    const pages = drawAll({ skyddade: ['1285'] });
    const page = pages.get('/kommun/1285')!;
    const own = page.match(/<[^>]*\|kommun\|1285\|[^>]*>[^<]*(<span>)?[^<]*/g) ?? [];
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((cell) => !/skyddad/.test(cell))).toEqual([]);
    expect(page).toContain('data-cell="veckodag_matris|delregion|mellersta|ar|2025-01-01|alla|1-1"');
    expect(page).toMatch(/Mellersta Skåne: /);
    expect(page).toMatch(
      /kan inte visas för Eslöv\. Hela <a href="\/delregion\/mellersta">Mellersta Skåne<\/a> hade <span data-cell="helgtabell\|delregion\|mellersta\|[^>]*data-falt="namnare">100<\/span> fall\./,
    );
    expect(page).not.toMatch(/data-cell="helgtabell\|kommun\|1285/);
    const delregion = pages.get('/delregion/mellersta')!;
    expect(delregion).toContain('Utan diagram, för att färre än tre månader kan visas: Eslöv.');
    expect(delregion).not.toContain('id="serier-medeldagar_alla-2');
  });

  it('say of a vårdgivare whose days are hidden that nothing can be told, and draw no table of hidden cells', () => {
    const pages = drawAll({ skyddade: ['sus'] });
    expect(pages.get('/veckodagar')).toContain(
      'För SUS går det inte att avgöra, för att några dagars siffror är skyddade.',
    );
    expect(pages.get('/vardgivare/sus')).toContain(
      'Alla rutor är <strong><a href="/skydd">skyddade</a></strong>',
    );
    expect(pages.get('/vardgivare/sus')).not.toContain('id="matris-egen"');
  });

  it('show the comparison series as its source has it, apart and with a warning', () => {
    const page = drawAll({}).get('/aterinskrivning')!;
    expect(page.match(/<td[^>]*data-jamforelse[^>]*>[^<]*/g)?.map((cell) => cell.replace(/.*>/, ''))).toEqual(
      ['12,5', 'saknas', '14,2', '800', '880', '900'],
    );
    expect(page).toContain('Regeln bakom dem och vilka utskrivningar de täcker är inte kända.');
  });

  it('let a reader find every kommun and the word utskrivningsklardagen', () => {
    const page = drawAll({}).get('/sok')!;
    for (const word of ['Lund', 'Eslöv', 'Mellersta Skåne', 'SUS', 'Utskrivningsklardagen', 'Definitioner'])
      expect(page).toContain(`>${word}</a>`);
    const names = [...page.matchAll(/<li><a[^>]*>([^<]*)/g)].map(([, name]) => name!);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'sv')));
  });

  it('print every choice of the profile and every indicator of the registry', () => {
    const pages = drawAll({});
    expect(pages.get('/metod')!.match(/eget val/g)!.length).toBeGreaterThan(8);
    expect(pages.get('/definitioner')!.match(/<section class="definition">/g)).toHaveLength(
      readRegistry().length,
    );
    expect(pages.get('/sa-raknas/medeldagar_alla')).toContain('select');
  });
});
