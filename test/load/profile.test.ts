import { describe, expect, test } from 'vitest';
import { CKM_DEFAULTS } from '../../data-loaders/ckm/parameters.ts';
import { modelsOf } from '../../data-loaders/profile/model-tables.ts';
import { written } from './helpers.ts';

const BASE = 'utgar_fran: skane\n';

describe('building on another', () => {
  test('maps merge key by key, lists replace', () => {
    const profile = written(
      `${BASE}region: {namn: Prov}\nrojandekontroll: {troskel: 1, utan: {klinik: allt}}\nvardgivare: [{kod: x, namn: X}]\n`,
    );
    expect(profile.id).toBe('min');
    expect(profile.region).toEqual({ kod: '12', namn: 'Prov' });
    expect(profile.rojandekontroll).toEqual({
      troskel: 1,
      metod: 'undertryck',
      ckm: CKM_DEFAULTS,
      utan: { klinik: 'allt' },
    });
    expect(profile.vardgivare).toEqual([{ kod: 'x', namn: 'X', synonymer: [] }]);
    expect(profile.filer.map((file) => file.split('/').at(-1))).toEqual(['skane.yaml', 'min.yaml']);
  });

  test('a payment model that was changed stands for itself: no name, source or confirmation is inherited', () => {
    const same = written(BASE).betalningsmodell!;
    expect([same.namn, same.bekraftad, same.obekraftat.length > 0]).toEqual([
      'Skånes överenskommelse',
      false,
      true,
    ]);
    const changed = written(`${BASE}namn: Egen\nbetalningsmodell: {troskel_dagar: 2, bekraftad: true}\n`);
    expect(changed.betalningsmodell).toMatchObject({
      ...{
        id: 'min',
        namn: 'Egen',
        troskel_dagar: 2,
        manader_i_rad: 1,
        bekraftad: true,
        kalla: null,
        obekraftat: [],
      },
    });
    // Taken over as it is, it is not listed twice; changed, it stands beside the one it came from.
    expect(modelsOf(written(BASE)).map(({ id }) => id)).not.toContain('skane');
    expect(modelsOf(changed).map(({ id }) => id)).toContain('skane');
    expect(modelsOf(changed)[0]!.id).toBe('min');
  });

  test('over several files, by path from the own folder', () => {
    const profile = written('utgar_fran: ./mitt.yaml\nnamn: C\n', {
      'mitt.yaml': `${BASE}namn: B\nkontakt: b\n`,
    });
    expect([profile.namn, profile.kontakt, profile.kommuner.length]).toEqual(['C', 'b', 33]);
  });

  test('fewer kommuner: the inherited delregioner without the others', () => {
    const { delregioner } = written(`${BASE}kommuner: ["1281", "1285", "1290"]\n`);
    expect(delregioner.map(({ kod, medlemmar }) => [kod, medlemmar.map(({ kommun }) => kommun)])).toEqual([
      ['mellersta', ['1285', '1281']],
    ]);
  });
});

test('a membership is dated, for the delregion or for one kommun, and renewed by a new entry', () => {
  const { delregioner } = written(`${BASE}delregioner:
  - {kod: a, namn: Gamla A, fran: 2018-01-01, till: 2019-12-31, bekraftad: true, kommuner: ["1281"]}
  - {kod: a, namn: A, fran: 2020-01-01, bekraftad: true, kommuner: [{kod: "1281", till: 2020-06-30}, {kod: "1285", bekraftad: false}]}
`);
  expect(delregioner).toEqual([
    {
      kod: 'a',
      namn: 'A',
      bekraftad: false,
      medlemmar: [
        { kommun: '1281', fran: '2018-01-01', till: '2019-12-31', bekraftad: true },
        { kommun: '1281', fran: '2020-01-01', till: '2020-06-30', bekraftad: true },
        { kommun: '1285', fran: '2020-01-01', till: null, bekraftad: false },
      ],
    },
  ]);
});

test('a profile that states most of what there is is accepted whole', () => {
  const profile = written(`namn: Mellersta Skåne, test
utgar_fran: skane
region: {kod: "12", namn: Skåne}
kommuner: ["1281", "1285"]
delregioner:
  - {kod: mellersta, namn: Mellersta Skåne, kommuner: ["1281", "1285"], fran: 2019-01-01, bekraftad: true}
vardgivare: [{kod: sus, namn: SUS, synonymer: [Skånes universitetssjukhus]}]
rojandekontroll: {troskel: 5, metod: undertryck}   # troskel 1 = nothing hidden; metod undertryck | ckm
betalningsmodell: {typ: manadsmedel, troskel_dagar: 3, manader_i_rad: 3, nolldagar_i_namnaren: true, bekraftad: true, kalla: EY 2022}
belopp_per_dygn: [{ar: 2022, kr: 9300, kalla: HSLF-FS 2021:83}]
mal: [{indikator: andel_utskrivningsklardagen, niva: kommun, enheter: alla, varde: 60, riktning: minst, beslutad_av: exempel, fran: 2025-01-01}]
aterinskrivning: {dagar: 30, okand_planering: inte_oplanerad}
kolumner: {utskrivningsklar: [Utskrivningsklardatum, UK-datum]}
samverkansdagar: [2023-06-24]
sista_datadag: null
`);
  expect(profile.mal).toEqual([
    {
      indikator: 'andel_utskrivningsklardagen',
      niva: 'kommun',
      enheter: 'alla',
      varde: 60,
      riktning: 'minst',
      beslutad_av: 'exempel',
      namnd: null,
      beslutad: null,
      fran: '2025-01-01',
      till: null,
      exempel: false,
    },
  ]);
});
