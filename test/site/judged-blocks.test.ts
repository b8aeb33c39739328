import { describe, expect, it } from 'vitest';
import { JUDGED_KEYS } from '../../data-loaders/judged-keys.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { escapeHtml } from '../../src/components/index.ts';
import { drawAll } from './draw.ts';
import type { Settings } from './fixture.ts';

describe('pages', () => {
  it('state a payment model by name, what is unconfirmed in it, and each kommun in words', () => {
    const page = drawAll({}).get('/betalning')!.replaceAll('\u00a0', ' ');
    expect(page).toContain('<td>minst 3</td><td>kan inte avgöras</td>');
    expect(page.match(/kan inte avgöras<\/td>/g)).toHaveLength(3);
    expect(page).toContain('<strong>Provmodellen &lt;b&gt;</strong>, <strong>inte bekräftad</strong>');
    expect(page).toContain('<li>tröskeln</li>');
    expect(page).toContain('data-bedomning="betalning|prov|1281|2025-12-01|alla" data-falt="belopp">15 000<');
    expect(page).toMatch(/Kronor enligt Provmodellen &lt;b&gt;\./);
    expect(page).toContain('<td class="ord"><strong>betalar</strong></td>');
    expect(page).toContain('<td class="ord">skyddad</td>');
    expect(page).toContain(
      'Skåne 2025: hela skillnaden, 1,22 dagar, beror på att modellen också räknar fall utan väntan',
    );
    expect(page).not.toContain('undefined');
  });

  it('show no number of a kommun whose months are hidden, nor a step of its bridge', () => {
    const pages = drawAll({ skyddade: ['1281', '1285'] });
    const page = pages.get('/kommun/1285')!;
    expect(page).toContain('stegen är <strong>skyddade</strong> eller saknas');
    expect(page).not.toMatch(/data-bedomning="(betalning|bro)\|[^"]*1285/);
    expect(pages.get('/betalning')).toMatch(/<p>Inget läge kan visas oktober 2025–december 2025: /);
    expect(pages.get('/betalning')).not.toContain('id="betalning-manader"');
  });

  it('say that a profile has no model and no goals: both are findings', () => {
    const pages = drawAll({ tom: true });
    expect(pages.get('/betalning')).toContain(
      'Profilen har ingen betalningsmodell. Det är i sig en iakttagelse',
    );
    expect(pages.get('/mal')).toContain(
      'Profilen har inga beslutade mål.</strong> Det är i sig en iakttagelse',
    );
  });

  it('say on a kommun’s own page whether its goals are met, with value, interval and goal', () => {
    const page = (settings: Settings, path: string) =>
      drawAll(settings)
        .get(path)!
        .replaceAll('\u00a0', ' ')
        .replace(/<(?!\/?li>)[^>]*>/g, '')
        .replace(/ +/g, ' ');
    expect(page({}, '/kommun/1281')).toContain(
      '<li>Medeldagar, alla fall 2025: 11,00 dagar (8,00–14,00), målet är högst 12 dagar. Går inte att avgöra</li>',
    );
    expect(page({ skyddade: ['1281'] }, '/kommun/1281')).toContain(
      '<li>Medeldagar, alla fall 2025: skyddad, målet är högst 12 dagar. Skyddad</li>',
    );
    expect(page({ utan_mal: true }, '/kommun/1281')).toContain('Inget mål gäller Lund nu.');
    expect(page({}, '/delregion/mellersta')).toContain('Inget mål gäller Mellersta Skåne nu.');
  });

  it('show a goal with who decided it, the outcome and the control chart’s verdict', () => {
    const page = drawAll({}).get('/mal')!.replaceAll('\u00a0', ' ');
    expect(page).toContain('Medeldagar, alla fall: högst 12 dagar');
    expect(page).toContain('Beslutat av Nämnden &lt;i&gt;, 25 november 2024.');
    expect(page).toContain('Går inte att avgöra');
    expect(page).toContain('Förändring, bättre');
    expect(page).toContain('data-cell="medeldagar_alla|kommun|1281|ar|2025-01-01|alla|alla"');
  });

  it('say for each indicator and judgement how it is counted, with the query whole and a command that counts it again', () => {
    const pages = drawAll({ skyddade: ['12'] });
    for (const { id, titel, sql } of readRegistry()) {
      const page = pages.get(`/sa-raknas/${id}`)!;
      expect(page, id).toContain(escapeHtml(sql.trimEnd()));
      expect(page, id).toContain(escapeHtml(titel));
      expect(page, id).toMatch(
        new RegExp(`npm run explain -- --cell &quot;${id}\\||npm run explain -- --cell "${id}\\|`),
      );
      expect(page, id).toContain('b'.repeat(64));
      expect(page, id).not.toContain('undefined');
    }
    for (const id of Object.keys(JUDGED_KEYS))
      expect(pages.get(`/sa-raknas/${id}`), id).toMatch(new RegExp(`npm run explain -- --cell "${id}\\|`));
    const page = pages.get('/sa-raknas/medeldagar_alla')!;
    expect(page).toContain('href="/revision/queries/2_vardtillfallen/fall.sql"');
    expect(page).toContain('Raden är likadan som en tidigare');
    // The region is hidden: the example is a unit that is not.
    expect(page).toContain('data-cell="medeldagar_alla|delregion|mellersta|ar|2025-01-01|alla|alla"');
    expect(page).not.toContain('|region|12|');
    expect(pages.get('/sa-raknas/bro')).toContain('select &lt;i&gt;1&lt;/i&gt;');
  });

  it('lead from every block with figures to how each of them is counted, with the address of the page’s own', () => {
    const pages = drawAll({});
    const missing = [...pages].flatMap(([path, page]) => {
      if (path.startsWith('/sa-raknas/')) return [];
      const shown = [...page.matchAll(/data-(?:cell|bedomning)="([a-z0-9_]+)\|/g)].map(([, id]) => id!);
      const linked = new Set(
        [...page.matchAll(/href="\/sa-raknas\/([a-z0-9_]+)\?siffra=/g)].map(([, id]) => id!),
      );
      return [...new Set(shown)].filter((id) => !linked.has(id)).map((id) => `${path}: ${id}`);
    });
    expect(missing).toEqual([]);
    const own = encodeURIComponent('medeldagar_alla|kommun|1281|manad|2026-01-01|alla|alla');
    expect(pages.get('/kommun/1281')).toContain(`href="/sa-raknas/medeldagar_alla?siffra=${own}"`);
  });

  it('review the goals of the year unit by unit, and tell what a reviewer may have to ask about', () => {
    const page = drawAll({}).get('/revision')!.replaceAll('\u00a0', ' ');
    expect(page).toContain(
      'För 2025 prövades två mål, räknat per enhet: <strong>två går inte att avgöra</strong>.',
    );
    expect(page).toContain('Höör &lt;&amp;&quot;*_&gt; Nya saknar mål.');
    expect(page).toContain(
      'Nämnden &lt;i&gt;, 25 november 2024<br><small>Omsorgsnämnden svarar för målet</small>',
    );
    expect(page).toContain('högst 12 dagar');
    expect(page).toContain('data-cell="medeldagar_alla|kommun|1285|ar|2025-01-01|alla|alla"');
    for (const finding of [
      '2 mål går inte att avgöra på ett år',
      '1 kommun utan mål 2025',
      'Inget mål gäller återinskrivning',
      'Uppgift om SIP saknas',
      'Perioder som inte är slutliga',
      'Kolumner som inte används',
      'Siffror är skyddade',
      'Betalningsmodellen är inte bekräftad',
    ])
      expect(page).toContain(`<h3>${finding}</h3>`);
    expect(page).not.toContain('Processfärgerna');
    const other = drawAll({ utan_mal: true, avstangda: ['process'], skyddade: ['1281'] }).get('/revision')!;
    expect(other).toContain('<strong>Inget mål är beslutat för 2025.</strong>');
    expect(other).toContain('<h3>Processfärgerna är inte analyserade</h3>');
    expect(other).toContain('<h3>1\u00a0indikator kan inte räknas</h3>');
    expect(page).not.toContain('undefined');
  });

  it('name in the funnel those outside the outer limits', () => {
    const page = drawAll({}).get('/delregion/mellersta')!;
    expect(page).toContain('Eslöv ligger över gränserna kring Skåne');
    expect(page).toContain(
      'data-bedomning="tratt|medeldagar_alla|kommun|1285|ar|2025-01-01" data-falt="ovre998"',
    );
  });
});
