import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { remarksSql } from '../../data-loaders/report/remarks.ts';
import { reportText, writeQuarantine } from '../../data-loaders/report.ts';
import { csv, folderWith, GOOD, HEAD, stage } from './helpers.ts';

const NOTICE = 'vardtillfalle_id;kommun;utskrivningsklar;atertagen;kommunklar;orsak';
const changed = (id: string, from: string, to: string) => GOOD.replace('V1', id).replace(from, to);
const same = (id: string) => GOOD.replace('V1', id);

test('rows that contradict each other are told with the columns in which they differ, never with what stands there', async () => {
  const { connection, report, rows, folder, profile } = await stage({
    'utskrivningar.csv': csv(
      HEAD,
      ...[same('V1'), changed('V1', '2024-01-05 12:00', '2024-01-05 13:00')],
      ...[same('V2'), changed('V2', 'Lund', 'Eslöv'), changed('V2', '1940', '')],
      ...[same('V3'), same('V3')],
    ),
    'utskrivningsklar.csv': csv(
      NOTICE,
      ...['V3;Lund;2024-01-03;;2024-01-04;rehab', 'V3;Lund;2024-01-03;snart;2024-01-05;rehab'],
      // A placeholder is an empty date: these two are alike.
      ...['V3;Lund;2024-01-04;;;', 'V3;Lund;2024-01-04;9999-12-31;;'],
    ),
    'vardtillfallen.csv': csv(
      'vardtillfalle_id;kommun;inskrivning;utskrivning;utskrivningsklar;process',
      ...['W1;Lund;2024-01-02;2024-01-05;2024-01-04;', 'W1;Lund;2024-01-02;2024-01-05;;'],
      ...['W2;Lund;2024-01-02;2024-01-05;2024-01-04;grön', 'W2;Lund;2024-01-02;2024-01-05;2024-01-04;röd'],
      ...['W3;Lund;2024-01-02;9999-12-31;2024-01-04;', 'W3;Lund;2024-01-02;;2024-01-04;'],
    ),
    'aterinskrivningar.csv': csv(
      'vardtillfalle_id;aterinskriven;oplanerad',
      ...['V3;2024-01-20;ja', 'V3;2024-01-20;nej'],
    ),
    'befolkning.csv': csv('kommun;ar;aldersgrupp;antal', 'Lund;2024;65-;9', 'Lund;2024;65-;8'),
    'jamforelse.csv': csv(
      'indikator;niva;enhet;period;varde;antal;kalla',
      ...['m;kommun;Lund;2024;1;10;SKR', 'm;kommun;Lund;2024;2;11;SKR'],
    ),
    'vardplatser.csv': csv('vardgivare;manad;disponibla', 'SUS;2024-01;9', 'SUS;2024-01;8'),
  });
  const found = await rows(`
    select fil, rad::integer as rad, kod, kolumn from (${await remarksSql(connection)})
    where typ = 'avvisad' order by fil, rad`);
  expect(found.map(({ fil, rad, kod, kolumn }) => [fil, rad, kod, kolumn].join(' '))).toEqual([
    ...[2, 3].map((rad) => `aterinskrivningar.csv ${rad} motsagande_dubblett oplanerad`),
    ...[2, 3].map((rad) => `befolkning.csv ${rad} motsagande_dubblett antal`),
    ...[2, 3].map((rad) => `jamforelse.csv ${rad} motsagande_dubblett antal,varde`),
    ...[2, 3].map((rad) => `utskrivningar.csv ${rad} motsagande_dubblett utskrivning`),
    ...[4, 5, 6].map((rad) => `utskrivningar.csv ${rad} motsagande_dubblett fodelsear,kommun`),
    'utskrivningar.csv 8 dubblett ',
    ...[2, 3].map((rad) => `utskrivningsklar.csv ${rad} motsagande_dubblett atertagen,kommunklar`),
    'utskrivningsklar.csv 5 dubblett ',
    ...[2, 3].map((rad) => `vardplatser.csv ${rad} motsagande_dubblett disponibla`),
    ...[2, 3].map((rad) => `vardtillfallen.csv ${rad} motsagande_dubblett utskrivningsklar`),
    ...[4, 5].map((rad) => `vardtillfallen.csv ${rad} motsagande_dubblett process`),
    'vardtillfallen.csv 7 dubblett ',
  ]);
  expect(reportText(report)).toContain(
    '5 rader: flera rader om samma sak säger olika (kolumnerna fodelsear, kommun och utskrivning, rad 2, 3, 4, 5, 6)',
  );
  const workDir = folderWith({});
  const written = await writeQuarantine(connection, {
    extracts: folder,
    profile,
    workDir,
    pseudonymized: false,
  });
  const text = readFileSync(written.find((path) => path.includes('utskrivningar'))!, 'utf8');
  expect(text).toContain('\nflera rader om samma sak säger olika;fodelsear, kommun;4;');
});

test('so are those that a newer file replaces', async () => {
  const profile = { ...readProfile('skane'), dubbletter: { motsagande: 'nyaste_filen' as const } };
  const { report } = await stage(
    { 'utskrivningar-1.csv': csv(HEAD, GOOD), 'utskrivningar-2.csv': csv(HEAD, changed('V1', 'SUS', 'TBG')) },
    profile,
  );
  expect(report.map(({ i_kolumner }) => i_kolumner.avvisade)).toEqual([
    { ersatt_av_nyare_fil: ['vardgivare'] },
    {},
  ]);
});
