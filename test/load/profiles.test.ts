import { describe, expect, onTestFinished, test } from 'vitest';
import { fold } from '../../data-loaders/profile/fold.ts';
import { swedishKommuner } from '../../data-loaders/profile/kommuner.ts';
import { profileNames, programModels, readProfile } from '../../data-loaders/profile/read.ts';
import { loadProfileTables } from '../../data-loaders/profile/tables.ts';
import { openDatabase } from '../../data-loaders/sql.ts';

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
