-- The bands of waiting days, each from a number of days up to the next: NHS England's, with the day itself apart.
create or replace macro vantan_band() as [
    {kategori: '0', fran: 0},
    {kategori: '1', fran: 1},
    {kategori: '2-3', fran: 2},
    {kategori: '4-6', fran: 4},
    {kategori: '7-13', fran: 7},
    {kategori: '14-20', fran: 14},
    {kategori: '21-', fran: 21},
];

-- The band of a number of waiting days.
create or replace macro vantan_kategori(dagar) as
    list_filter(vantan_band(), lambda band: band.fran <= dagar)[-1].kategori;
