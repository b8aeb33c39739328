-- The units a case or stay counts in; a null enhet_id (no delregion, no vårdgivare) is
-- dropped by the caller, a kommun outside the profile finds no row in enhet.
create or replace macro enheter(kommun, delregion, vardgivare) as [
    {niva: 'kommun', enhet_id: cast(kommun as varchar)},
    {niva: 'delregion', enhet_id: cast(delregion as varchar)},
    {niva: 'region', enhet_id: cast(getvariable('region_kod') as varchar)},
    {niva: 'vardgivare', enhet_id: cast(vardgivare as varchar)},
    {niva: 'kommun_vardgivare', enhet_id: cast(kommun as varchar) || '+' || cast(vardgivare as varchar)},
];
