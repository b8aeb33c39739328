-- What was wrong with the dates of a row, as reading left it: `|<column>:<code>|…`, null when
-- nothing was. A placeholder (1900-01-01 …) is no fault: the date is missing.
create or replace macro har_datumfel(datumfel, kolumn) as
    datumfel is not null and contains(datumfel, '|' || kolumn || ':')
    and not contains(datumfel, '|' || kolumn || ':platshallardatum|');

-- One of them, null if the date was read or there is none.
create or replace macro datumfel_i(v, datum, kolumn) as
    case when v is not null and datum is null then kolumn || ':' || datumfel(v) end;

-- `<code>:<column>`.
create or replace macro datumfel_kod(datumfel, kolumn) as
    regexp_extract(datumfel, '\|' || kolumn || ':([a-z_]+)\|', 1) || ':' || kolumn;

-- With one more, that the date in a column is apart from all others (`rimliga_dagar`).
create or replace macro med_ensamt(datumfel, kolumn, ensamt) as
    case
        when ensamt then coalesce(datumfel, '|') || concat(kolumn, ':', 'ensamt_datum', '|')
        else datumfel
    end;

-- `<column>:<code>` of each.
create or replace macro datumfel_lista(datumfel) as string_split(trim(datumfel, '|'), '|');
