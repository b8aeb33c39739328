-- The dense grid of one indicator: every unit, period and group its header computes and the
-- data spans. indikator_cell is the headers as a table.
create or replace macro rutnat(id) as table
    select niva, enhet_id, periodtyp, period, grupp,
    from indikator_cell
    join enhet using (niva)
    join period using (periodtyp)
    semi join kand_grupp using (grupp)
    where indikator = id;
