import { describe, expect, test } from 'vitest';
import { profileNames, readProfile } from '../../data-loaders/profile/read.ts';
import { messageOf, written } from './helpers.ts';

const fault = (yaml: string, others: Record<string, string> = {}) => messageOf(() => written(yaml, others));
const BASE = 'utgar_fran: skane\n';
const goal = (what: string) =>
  `mal: [{${what}, varde: 1, riktning: hogst, beslutad_av: nämnden, fran: 2025-01-01}]`;

/** Each with the exact message: these stop the build. */
describe('faults', () => {
  test('unknown profile, and the nearest', async () => {
    const rest = `Profiler som finns: ${profileNames().join(', ')}. En egen profil anges med sökvägen till filen, till exempel --profile ./min-region.yaml.`;
    expect(await messageOf(() => readProfile('skaane'))).toBe(
      `Okänd profil "skaane"; menade du skane? ${rest}`,
    );
    expect(await messageOf(() => readProfile('xyz'))).toBe(`Okänd profil "xyz". ${rest}`);
    expect(await messageOf(() => readProfile('./nej.yaml'))).toBe(
      'Profilfilen ./nej.yaml finns inte. Kontrollera sökvägen.',
    );
    expect(await messageOf(() => readProfile('./profiles'))).toBe(
      'Profilfilen profiles går inte att öppna: rättighet saknas, eller så är den ingen fil.',
    );
  });

  test.each<[string, string, string]>([
    ['duplicate key', `${BASE}namn: a\nnamn: b\n`, 'rad 3): samma nyckel står två gånger; ta bort den ena.'],
    [
      'unclosed bracket',
      `${BASE}region: {kod: "12"\nnamn: b\n`,
      'rad 3): indraget stämmer inte med raderna omkring.',
    ],
    ['tab', `${BASE}\tnamn: b\n`, 'rad 2): indraget är gjort med tabb; använd mellanslag.'],
    [
      'colon in a text',
      `${BASE}namn: x: y\n`,
      'rad 2): ett kolon står där det inte kan tolkas; sätt texten inom citattecken.',
    ],
    [
      'unclosed quote',
      `${BASE}namn: "x\n`,
      'rad 3): ett avslutande citattecken, en parentes eller ett kolon saknas.',
    ],
    ['a list', '- a\n', 'rad 1): filen ska bestå av nycklar och värden.'],
  ])('broken YAML: %s', async (_, yaml, message) => {
    expect(await fault(yaml)).toBe(`Profilen går inte att läsa (min.yaml ${message}`);
  });

  test.each<[string, string]>([
    [
      'rojandekontrol: {troskel: 5}',
      'okänd nyckel "rojandekontrol" (min.yaml rad 2); menade du rojandekontroll?',
    ],
    [
      'rojandekontroll:\n  troskell: 5',
      'okänd nyckel "troskell" i rojandekontroll (min.yaml rad 3); menade du troskel?',
    ],
    ['qwerty: 1', 'okänd nyckel "qwerty" (min.yaml rad 2)'],
    ['rojandekontroll: {troskel: fem}', 'rojandekontroll.troskel (min.yaml rad 2): ska vara ett tal'],
    ['rojandekontroll: {troskel: 0}', 'rojandekontroll.troskel (min.yaml rad 2): ska vara minst 1'],
    [
      'rojandekontroll: {metod: dolj}',
      'rojandekontroll.metod (min.yaml rad 2): ska vara något av undertryck, ckm',
    ],
    [
      'rojandekontroll: {utan: {kommun: {perioder: [ar]}}}',
      'rojandekontroll.utan.kommun.perioder[1] (min.yaml rad 2): ska vara något av kvartal, rullande12',
    ],
    [
      'rojandekontroll: {utan: {region: {grupper: [65plus]}}}',
      'okänd nyckel "region" i rojandekontroll.utan (min.yaml rad 2); menade du delregion?',
    ],
    [
      'rojandekontroll: {utan: {klinik: ar}}',
      'rojandekontroll.utan.klinik (min.yaml rad 2): kan bara vara allt',
    ],
    [
      'aterinskrivning: {okand_planering: oplaneradd}',
      'aterinskrivning.okand_planering (min.yaml rad 2): ska vara något av inte_oplanerad, oplanerad; menade du oplanerad?',
    ],
    ['sista_datadag: 2023-02-30', 'sista_datadag (min.yaml rad 2): ska vara ett datum som finns, ÅÅÅÅ-MM-DD'],
    ['sedan: 2025-13', 'sedan (min.yaml rad 2): ska vara en månad, ÅÅÅÅ-MM'],
    ['kommuner: "1281"', 'kommuner (min.yaml rad 2): ska vara en lista'],
    ['region: Skåne', 'region (min.yaml rad 2): ska vara nycklar med värden'],
    ['region: {kod: 12}', 'region.kod (min.yaml rad 2): koden 12 saknar citattecken; skriv "12"'],
    [
      'kommuner:\n  - 0180',
      'kommuner[1] (min.yaml rad 3): koden 0180 saknar citattecken och läses då som talet 180; skriv "0180"',
    ],
    [
      'delregioner:\n  - {kod: x, namn: X, fran: 2020-01-01, kommuner: ["1281", 1285]}',
      'delregioner[1].kommuner[2] (min.yaml rad 3): koden 1285 saknar citattecken; skriv "1285"',
    ],
    [
      'delregioner:\n  - {kod: x, namn: X, kommuner: []}',
      'delregioner[1] saknar nyckeln fran (min.yaml rad 3)',
    ],
    [
      'rutkarta: [["1281", "Lund"]]',
      'rutkarta[1][2] (min.yaml rad 2): ska vara en kommunkod med fyra siffror inom citattecken, eller "" för en tom ruta',
    ],
    [
      'rutkarta: [["", "", "", "", "", "", "", "", "1281"]]',
      'rutkarta[1] (min.yaml rad 2): får ha högst 8 rutor',
    ],
    [
      'vardgivare: [{kod: SUS Lund, namn: x}]',
      'vardgivare[1].kod (min.yaml rad 2): får bara ha små bokstäver a–z, siffror och _',
    ],
  ])('schema: %s', async (yaml, message) => {
    expect(await fault(`${BASE}${yaml}\n`)).toBe(`Profilen har fel.\n  ${message}`);
  });

  test.each<[string, string]>([
    ['kommuner: ["1281", "9999"]', 'kommuner: det finns ingen kommun med koden "9999"'],
    [
      'rojandekontroll: {metod: ckm, ckm: {varians: 2}}',
      'rojandekontroll.ckm: varians ska vara mer än 2 och mindre än 5 när storst är 5 och minsta är 3',
    ],
    [
      'rojandekontroll: {metod: ckm, ckm: {varians: 5}}',
      'rojandekontroll.ckm: varians ska vara mer än 2 och mindre än 5 när storst är 5 och minsta är 3',
    ],
    [
      'rojandekontroll: {metod: ckm, ckm: {minsta: 6}}',
      'rojandekontroll.ckm: minsta (6) ska vara högst lika med storst (5)',
    ],
    [
      'rojandekontroll: {metod: ckm, ckm: {minsta: 5}}',
      'rojandekontroll.ckm: inget brus går att göra när storst är 5 och minsta är 5; storst behöver vara mer än 6',
    ],
    ['rutkarta: [["1281", "9999"]]', 'rutkarta: det finns ingen kommun med koden "9999"'],
    ['rutkarta: [["1281", ""], ["", "1281"]]', 'rutkarta: "1281" står två gånger'],
    ['kommuner: ["1281", "1281"]', 'kommuner: "1281" står två gånger'],
    [
      'kolumner: {utskrivningklar: [UK]}',
      'kolumner: "utskrivningklar" är ingen kolumn programmet känner till; menade du utskrivningsklar?',
    ],
    [
      'delregioner: [{kod: a, namn: A, fran: 2020-01-01, kommuner: ["0180"]}]',
      'delregioner: a har kommunen "0180" som inte står under kommuner; lägg till den där eller skriv egna delregioner',
    ],
    [
      'delregioner: [{kod: a, namn: A, fran: 2020-01-01, kommuner: ["1281"]}, {kod: b, namn: B, fran: 2021-01-01, kommuner: ["1281"]}]',
      'delregioner: kommunen "1281" hör samma dag till både a och b',
    ],
    [
      'vardgivare: [{kod: a, namn: A, synonymer: [B]}, {kod: b, namn: Bb}]',
      'vardgivare: "b" pekar på både a och b',
    ],
    [
      goal('indikator: medeldagar_ala, niva: kommun, enheter: alla'),
      'mal[1]: "medeldagar_ala" är ingen indikator med ett mål att nå; menade du medeldagar_alla?',
    ],
    [
      goal('indikator: veckodag_matris, niva: kommun, enheter: alla'),
      'mal[1]: "veckodag_matris" är ingen indikator med ett mål att nå',
    ],
    [
      goal('indikator: vantedagar_p90, niva: klinik, enheter: alla'),
      'mal[1]: vantedagar_p90 räknas inte för nivån klinik',
    ],
    [
      goal('indikator: medeldagar_alla, niva: delregion, enheter: [mellerste]'),
      'mal[1]: enheten "mellerste" finns inte i profilen; menade du mellersta?',
    ],
    [
      goal('indikator: medeldagar_alla, niva: kommun, enheter: alla, till: 2024-12-31'),
      'mal[1]: målet slutar gälla innan det börjar',
    ],
    ['belopp_per_dygn: [{ar: 2022, kr: 1}, {ar: 2022, kr: 2}]', 'belopp_per_dygn: "2022" står två gånger'],
  ])('what must agree: %s', async (yaml, message) => {
    expect(await fault(`${BASE}${yaml}\n`)).toBe(`Profilen har fel (min.yaml).\n  ${message}`);
  });

  test('an empty profile lacks what is required', async () => {
    expect(await fault('')).toBe(
      [
        'Profilen har fel (min.yaml).',
        '  nyckeln namn saknas',
        '  nyckeln region.kod saknas',
        '  nyckeln region.namn saknas',
        '  nyckeln kommuner saknas eller är tom',
      ].join('\n'),
    );
  });

  test('building on each other in a circle', async () => {
    expect(await fault('utgar_fran: ./a.yaml\n', { 'a.yaml': 'utgar_fran: ./min.yaml\n' })).toBe(
      'Profilerna bygger på varandra i en cirkel: min.yaml → a.yaml → min.yaml. Ta bort ett utgar_fran.',
    );
  });
});
