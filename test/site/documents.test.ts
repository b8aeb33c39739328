import { describe, expect, it } from 'vitest';
import { drawAll } from './draw.ts';

const plain = (html: string) => html.replaceAll('\u00a0', ' ');
/** The part of a page between two of its headings. */
const between = (html: string, from: string, to: string) => html.slice(html.indexOf(from), html.indexOf(to));

describe('documents', () => {
  const pages = drawAll({});
  const kartlaggning = plain(pages.get('/kartlaggning/1281')!);

  it('the kartläggning has every factor once, own operations first, inflow in four', () => {
    const order = [...kartlaggning.matchAll(/<h3 id="faktor-([^"]*)">/g)].map(([, nr]) => nr);
    expect(order).toEqual([
      '1',
      '2',
      '5',
      '6',
      '8',
      '10',
      '11',
      '3',
      '4',
      '7',
      '7a',
      '7b',
      '7c',
      '7d',
      '9',
      '12',
    ]);
    for (const caption of ['Hinder och möjligheter', 'Genomförda aktiviteter', 'Planerade aktiviteter'])
      expect(kartlaggning.split(`<caption>${caption}`).length - 1, caption).toBe(order.length);
  });

  it('says of the kommun’s activities what is so, and leaves a row for who filled it in', () => {
    expect(kartlaggning).toContain('Kommunens aktiviteter ur utdragen är ifyllda.');
    const none = pages.get('/kartlaggning/1290')!;
    expect(none).toContain('Utdragen har inga aktiviteter för kommunen.');
    expect(none).not.toContain('är ifyllda');
    expect(kartlaggning).toMatch(/<caption>Ifylld av.*Namn och roll.*Deltagare.*Datum.*Lämnas till/);
  });

  it('puts the kommun’s activities under their factor, done apart from planned, with rows left to fill in', () => {
    const ten = between(kartlaggning, 'id="faktor-10"', 'id="faktor-11"');
    const [, done, planned] = ten.split('<table class="fyll">').slice(1);
    expect(done).toContain('<td>Hemtagningsteam &lt;i&gt;</td><td></td><td>från 23 april 2025</td><td></td>');
    expect(done).toContain('<tr><td></td><td></td><td></td><td></td></tr>');
    expect(planned).not.toContain('Hemtagningsteam');
    const seven = between(kartlaggning, 'id="faktor-7"', 'id="faktor-7a"');
    expect(seven).toContain('<td>Fler korttidsplatser</td><td></td><td>1 juni 2026–31 december 2026</td>');
    expect(kartlaggning).not.toContain('Ny rutin');
    expect(pages.get('/kartlaggning/1285')).toContain('Aktiviteter utan angiven framgångsfaktor');
  });

  it('sets published figures beside the factors they bear on, the kommun beside its delregion', () => {
    const second = between(kartlaggning, 'id="faktor-2"', 'id="faktor-5"');
    for (const cell of [
      'andel_utskrivningsklardagen|kommun|1281|ar|2025-01-01|alla|alla',
      'andel_utskrivningsklardagen|delregion|mellersta|ar|2025-01-01|alla|alla',
      'ledtider|kommun|1281|ar|2025-01-01|alla|kommunens_ben',
    ])
      expect(second).toContain(`data-cell="${cell}"`);
    const off = drawAll({ avstangda: ['utskriven_till'] }).get('/kartlaggning/1281')!;
    expect(between(off, 'id="faktor-12"', 'id="kalla')).toContain(
      'kolumnen <code>utskriven_till</code> levererades inte',
    );
  });

  it('the report says what changed and what did not, from published rows', () => {
    const report = plain(pages.get('/rapport/1281')!);
    expect(report).toMatch(
      /Andra halvåret 2025 mot första halvåret 2025:<\/strong> medeldagar, alla fall gick från <span data-bedomning="periodjamforelse\|medeldagar_alla\|kommun\|1281\|halvar\|2025-07-01\|foregaende" data-falt="tidigare_varde">11,00<\/span> till [^;]*17,00<\/span> dagar, en <strong class="samre">säker skillnad, sämre<\/strong>; övriga nyckeltal som kan bedömas skiljer sig inte säkert\./,
    );
    expect(report).toContain('data-cell="medeldagar_alla|kommun|1281|halvar|2025-01-01|alla|alla"');
    const hidden = plain(drawAll({ skyddade: ['1281'] }).get('/rapport/1281')!);
    expect(hidden).toContain(
      'Kan inte jämföras, för att en siffra är skyddad eller saknas: medeldagar, alla fall; andel',
    );
    expect(hidden).not.toMatch(/data-bedomning="periodjamforelse\|[^"]*1281/);
  });

  it('gather a delregion’s activities, with before and after and no claim of cause', () => {
    const page = plain(pages.get('/aktiviteter/mellersta')!);
    expect(page).toContain('10 Trygg hemgång och rehabilitering');
    expect(page).toContain('data-bedomning="aktivitet_utfall|1|medeldagar_alla" data-falt="efter">0,75<');
    expect(page).toContain('Ingen ny förändring; en följd (förändring, bättre) hade börjat före aktiviteten');
    expect(page).toContain('säger inte att aktiviteten är orsaken');
    expect(page).toMatch(
      /Fler korttidsplatser, 1 juni 2026–31 december 2026: har inte börjat den sista dagen/,
    );
    expect(page).toMatch(/Eslöv: Ny rutin, från 1 februari 2025: ingen månad före eller efter kan visas/);
    expect(page).toContain('Hemtagningsteam &lt;i&gt;');
    const none = drawAll({ utan_aktiviteter: true }).get('/aktiviteter/mellersta')!;
    expect(none).toContain(
      'kolumnerna <code>kommun</code>, <code>start</code> och <code>rubrik</code> krävs',
    );
  });

  it('are linked from the kommun and the lists, as page and as Word file', () => {
    const kommun = pages.get('/kommun/1281')!;
    for (const href of [
      '/kartlaggning/1281',
      '/word/kartlaggning-1281.docx',
      '/rapport/1281',
      '/word/rapport-1281.docx',
    ])
      expect(kommun).toContain(`href="${href}"`);
    expect(pages.get('/kartlaggning/index')).toContain('href="/word/kartlaggning-1285.docx"');
    expect(pages.get('/rapport/index')).toContain('href="/word/rapport-12.docx"');
    expect(pages.get('/delregion/mellersta')).toContain('href="/word/aktiviteter-mellersta.docx"');
  });
});
