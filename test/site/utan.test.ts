import { describe, expect, it } from 'vitest';
import { drawAll } from './draw.ts';

describe('breakdowns that the profile does without', () => {
  const pages = drawAll({
    utan: {
      kommun: { perioder: ['kvartal', 'rullande12'], grupper: ['80plus'] },
      kommun_vardgivare: 'allt',
      klinik: 'allt',
    },
  });
  const all = drawAll({});

  it('are told beside how much the others hide', () => {
    const page = pages.get('/datakvalitet')!;
    expect(page).toContain('<th scope="row">Kommun, 80 år och äldre</th>');
    expect(page).toContain('<li>Kommun: kvartal, rullande 12 månader, 80 år och äldre</li>');
    expect(page).toContain('<li>Kommun och vårdgivare: allt</li>');
    expect(all.get('/datakvalitet')).not.toContain('Profilen har valt bort');
  });

  it('are missed by nobody on the pages that show them', () => {
    expect(pages.get('/vardkedjan')).toContain('Klinikerna visas inte: profilen har valt bort dem.');
    expect(pages.get('/delregion/mellersta')).toContain('profilen har valt bort den indelningen');
    expect(all.get('/vardkedjan')).not.toContain('profilen har valt bort');
  });

  it('are not offered to who chooses figures', () => {
    const options = (html: string) =>
      [...html.matchAll(/<option value="([a-z0-9]+)"/g)].map(([, value]) => value);
    expect(options(all.get('/kommun/1281')!)).toContain('rullande12');
    const left = options(pages.get('/kommun/1281')!);
    expect(left).toContain('manad');
    expect(left).not.toContain('rullande12');
    expect(left).not.toContain('kvartal');
  });
});
