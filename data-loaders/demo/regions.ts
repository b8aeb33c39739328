/**
 * What the generator knows about a region beforehand. The weights only steer how many invented stays a unit gets;
 * they are rounded and never shown as facts.
 */
export type RegionTraits = {
  /** Rough inhabitants 65+, in hundreds, per kommun code. */
  kommunWeight: Record<string, number>;
  /** Stays a month and readmissions within 30 days (share of index episodes) per vårdgivare code. */
  vardgivare: Record<string, { stays: number; readmitted: number }>;
  /** Kommuner that mainly go to a vårdgivare; the others go everywhere alike. */
  catchment: Record<string, string[]>;
  /** Codes of the kommun whose waiting falls, the one that drifts worse and the one with few cases. */
  improving: string;
  drifting: string;
  few: string;
  /** Vårdgivare with and without a Friday effect; `mental` holds only psychiatry, `primary` has few returns. */
  fridays: string;
  evenWeek: string;
  mental: string | null;
};

/** A kommun's weight; one that nothing is known of is small. */
export const weightOf = ({ kommunWeight }: RegionTraits, kod: string): number => kommunWeight[kod] ?? 30;

/** The region code that the comparison series and the traits below belong to. */
export const SKANE_REGION = '12';

/**
 * Region Skåne: stays and readmissions per vårdstyrelse are the means of the public series March 2022 – August 2023
 * in profiles/jamforelse-aterinlaggningar.csv. That `psha` is psychiatry is this generator's invention.
 */
export const SKANE: RegionTraits = {
  kommunWeight: {
    1214: 29,
    1230: 33,
    1231: 31,
    1233: 91,
    1256: 33,
    1257: 25,
    1260: 30,
    1261: 62,
    1262: 50,
    1263: 42,
    1264: 35,
    1265: 47,
    1266: 36,
    1267: 36,
    1270: 35,
    1272: 32,
    1273: 32,
    1275: 8,
    1276: 37,
    1277: 29,
    1278: 51,
    1280: 565,
    1281: 215,
    1282: 89,
    1283: 279,
    1284: 75,
    1285: 72,
    1286: 88,
    1287: 98,
    1290: 183,
    1291: 67,
    1292: 110,
    1293: 120,
  },
  vardgivare: {
    ksd: { stays: 827, readmitted: 0.182 },
    lkra: { stays: 240, readmitted: 0.111 },
    psha: { stays: 104, readmitted: 0.165 },
    pv: { stays: 100, readmitted: 0.031 },
    sus: { stays: 2723, readmitted: 0.141 },
    tbg: { stays: 239, readmitted: 0.126 },
    ysta: { stays: 397, readmitted: 0.146 },
  },
  catchment: {
    ksd: ['1290', '1293', '1256', '1272', '1273', '1275', '1257', '1266', '1267', '1276', '1278', '1277'],
    lkra: ['1282', '1214', '1261', '1283', '1260', '1277', '1284', '1292', '1276'],
    sus: ['1280', '1281', '1230', '1231', '1233', '1261', '1262', '1263', '1285', '1283', '1292'],
    tbg: ['1287', '1233', '1263', '1264'],
    ysta: ['1286', '1291', '1270', '1265', '1264'],
  },
  improving: '1285',
  drifting: '1261',
  few: '1275',
  fridays: 'lkra',
  evenWeek: 'sus',
  mental: 'psha',
};

/** Rough inhabitants under 65, in hundreds, per kommun code of Skåne. */
export const INHABITANTS_UNDER_65: Record<string, number> = {
  1214: 117,
  1230: 237,
  1231: 169,
  1233: 289,
  1256: 119,
  1257: 81,
  1260: 131,
  1261: 271,
  1262: 200,
  1263: 193,
  1264: 132,
  1265: 150,
  1266: 122,
  1267: 136,
  1270: 105,
  1272: 99,
  1273: 101,
  1275: 66,
  1276: 143,
  1277: 137,
  1278: 109,
  1280: 3055,
  1281: 1085,
  1282: 381,
  1283: 1231,
  1284: 206,
  1285: 278,
  1286: 232,
  1287: 372,
  1290: 687,
  1291: 124,
  1292: 330,
  1293: 400,
};

/** Kommuner whose patients lie in Lund when they are at `sus`; the others lie in Malmö. */
export const SUS_LUND = new Set([
  '1230',
  '1231',
  '1261',
  '1262',
  '1266',
  '1267',
  '1281',
  '1285',
  '1214',
  '1282',
]);
