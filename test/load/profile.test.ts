import { describe, expect, onTestFinished, test } from 'vitest';
import { CKM_DEFAULTS } from '../../data-loaders/ckm/parameters.ts';
import { fold } from '../../data-loaders/profile/fold.ts';
import { swedishKommuner } from '../../data-loaders/profile/kommuner.ts';
import { modelsOf } from '../../data-loaders/profile/model-tables.ts';
import { profileNames, programModels, readProfile } from '../../data-loaders/profile/read.ts';
import { loadProfileTables } from '../../data-loaders/profile/tables.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { written } from './helpers.ts';

const BASE = 'utgar_fran: skane\n';

describe('kommuner', () => {
  test('all 290, each once', () => {
    const kommuner = swedishKommuner();
    expect(kommuner).toHaveLength(290);
    expect(new Set(kommuner.map(({ kod }) => kod)).size).toBe(290);
    expect(new Set(kommuner.map(({ namn }) => namn)).size).toBe(290);
    for (const { kod } of kommuner) expect(kod).toMatch(/^\d{4}$/);
    // The only two names that fold alike: the staging keeps them apart.
    const folded = kommuner.map(({ namn }) => fold(namn));
    expect(folded.filter((name, index) => folded.indexOf(name) !== index)).toEqual(['habo']);
  });

  test('33 in Skåne, 9 in Sörmland', () => {
    const of = (county: string) => swedishKommuner().filter(({ kod }) => kod.startsWith(county));
    expect(readProfile('skane').kommuner).toEqual(of('12'));
    expect(readProfile('sormland').kommuner).toEqual(of('04'));
    expect(of('12')).toHaveLength(33);
    expect(of('04')).toHaveLength(9);
  });
});

describe('the profiles that come with the program', () => {
  test('skane', () => {
    const profile = readProfile('skane');
    const names = new Map(profile.kommuner.map(({ kod, namn }) => [kod, namn]));
    expect(profile.vardgivare.map(({ kod }) => kod)).toEqual([
      'ksd',
      'lkra',
      'psha',
      'pv',
      'sus',
      'tbg',
      'ysta',
    ]);
    expect(
      profile.delregioner.map(({ kod, bekraftad, medlemmar }) => ({
        kod,
        bekraftad,
        sakra: medlemmar.filter((medlem) => medlem.bekraftad).map(({ kommun }) => names.get(kommun)),
        osakra: medlemmar.filter((medlem) => !medlem.bekraftad).map(({ kommun }) => names.get(kommun)),
      })),
    ).toEqual([
      {
        kod: 'mellersta',
        bekraftad: true,
        sakra: ['Burlöv', 'Eslöv', 'Hörby', 'Höör', 'Kävlinge', 'Lomma', 'Lund', 'Staffanstorp'],
        osakra: [],
      },
      {
        kod: 'nordvastra',
        bekraftad: false,
        sakra: ['Bjuv', 'Båstad', 'Helsingborg', 'Höganäs', 'Klippan', 'Åstorp', 'Ängelholm', 'Örkelljunga'],
        osakra: ['Landskrona', 'Svalöv'],
      },
    ]);
    expect(profile).toMatchObject({
      id: 'skane',
      region: { kod: '12', namn: 'Skåne' },
      rojandekontroll: { troskel: 5, metod: 'undertryck' },
      aterinskrivning: { dagar: 30, okand_planering: 'inte_oplanerad' },
      betalningsmodell: { bekraftad: false },
      samverkansdagar: ['2023-06-24'],
      semesterperiod: { fran_vecka: 25, till_vecka: 32 },
      sista_datadag: null,
      max_avvisade_andel: 0.05,
    });
  });

  test('sormland', () => {
    const profile = readProfile('sormland');
    expect(profile.vardgivare.map(({ kod }) => kod)).toEqual([
      'malarsjukhuset',
      'nykopings_lasarett',
      'kullbergska_sjukhuset',
    ]);
    expect(
      profile.delregioner.map(({ kod, bekraftad, medlemmar }) => [kod, bekraftad, medlemmar.length]),
    ).toEqual([
      ['norra', false, 2],
      ['sodra', false, 4],
      ['vastra', false, 3],
    ]);
    expect(profile.betalningsmodell).toMatchObject({
      troskel_dagar: 3,
      manader_i_rad: 3,
      kalla: 'EY 2022-12-14',
    });
  });

  test('seven, each with a payment model; what no source confirms is said', () => {
    const models = Object.fromEntries(programModels().map((model) => [model.id, model]));
    expect(Object.keys(models).sort()).toEqual(profileNames());
    expect(Object.keys(models)).toHaveLength(7);
    for (const { id, namn, obekraftat, kalla } of Object.values(models))
      expect([namn.length > 5, obekraftat.length > 0, kalla !== null], id).toEqual([true, true, true]);
    expect(models).toMatchObject({
      halland: { troskel_dagar: null },
      jonkoping: { troskel_dagar: 2, nolldagar_i_namnaren: null },
      lus: { typ: 'lus', bekraftad: true },
      sormland: { manader_i_rad: 3, betalar_fran: 'manaden_efter', gemensam_analys: true, bekraftad: true },
      stockholm: { aktiv: false, troskel_dagar: null, nolldagar_i_namnaren: true },
      vgr: { troskel_dagar: 3, individuell_over_dagar: 7, vardformer_apart: true },
    });
    const count = (name: string) => readProfile(name).kommuner.length;
    expect(['jonkoping', 'halland', 'vgr', 'stockholm', 'lus'].map(count)).toEqual([13, 6, 49, 26, 290]);
  });

  test('tables and variables', async () => {
    const { connection, close } = await openDatabase(':memory:');
    onTestFinished(close);
    await loadProfileTables(connection, readProfile('skane'));
    const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(
      await rows(`select (select count(*) from profil_kommun), (select count(*) from sverige_kommun),
      (select count(*) from profil_delregion_kommun), (select count(*) from profil_samverkansdag)`),
    ).toEqual([['33', '290', '18', '1']]);
    expect(await rows(`select nyckel from profil_vardgivare_synonym where kod = 'sus' order by 1`)).toEqual([
      ['skanesuniversitetssjukhus'],
      ['sus'],
    ]);
    expect(
      await rows(`select getvariable('troskel'), getvariable('aterinskrivning_dagar'), getvariable('okand_planering'),
      getvariable('sista_datadag_profil'), getvariable('max_avvisade_andel')::double, getvariable('region_kod'), getvariable('region_namn')`),
    ).toEqual([[5, 30, 'inte_oplanerad', null, 0.05, '12', 'Skåne']]);
  });
});

describe('building on another', () => {
  test('maps merge key by key, lists replace', () => {
    const profile = written(
      `${BASE}region: {namn: Prov}\nrojandekontroll: {troskel: 1}\nvardgivare: [{kod: x, namn: X}]\n`,
    );
    expect(profile.id).toBe('min');
    expect(profile.region).toEqual({ kod: '12', namn: 'Prov' });
    expect(profile.rojandekontroll).toEqual({ troskel: 1, metod: 'undertryck', ckm: CKM_DEFAULTS });
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

test('the example of the design is accepted whole', () => {
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
