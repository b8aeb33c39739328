export const HEAD = [
  'Vårdtillfälle-ID',
  'Patient',
  'Kommun',
  'Vårdgivare',
  'Klinik',
  'Inskrivning',
  'Utskrivning',
  'Utskriven till',
  'Oplanerad',
  'Födelseår',
  'Fri text',
];
/** Ids end in the number a row has when the headings are row 1. Rows 4 and 6 are refused, row 7 has no discharge. */
export const TABLE = [
  HEAD,
  ['Å2', 'P1', 'Lund', 'SUS', 'Medicin Å', '2024-01-01 10:00', '2024-01-05', 'Hem', '1', '1940', '–'],
  ['Å3', 'P2', 'Malmö', 'SUS', 'Kir; "B", C', '2024-01-02', '2024-01-09 12:30', 'Korttid', '0', '1950', ''],
  ['Å4', 'P3', 'Lund', 'SUS', 'Ögon', '2024-01-09', '2024-01-08', 'Hem', '1', '1960', '=1+1'],
  ['Å5', 'P4', 'Höör', 'Ystads lasarett', 'Medicin Å', '2024-02-01', '', '', 'nej', '', '”x”'],
  ['Å6', 'P5', 'Lnud', 'SUS', 'Barn €', '2024-01-09', '2024-01-10', 'Hem', '1', '1970', '@x'],
  ['Å7', 'P6', '1281', 'SUS', '', '2024-01-09 08:00', '1900-01-01', 'Hem', '1', '1970', ''],
];
