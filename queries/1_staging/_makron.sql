-- How the cells of an extract are read. A macro repeats its argument: give it a column, not
-- an expression.
create or replace macro falttext(v) as
    case
        when v = '' then null
        when v like ' %' or v like '% ' then nullif(trim(v), '')
        else v
    end;

-- A text as it is compared: lower case, no diacritics, only a-z and 0-9 (as fold.ts).
create or replace macro nyckeltext(v) as
    regexp_replace(lower(strip_accents(v)), '[^a-z0-9]', '', 'g');

-- The id of a free text: ASCII, `_` between words (as slug.ts).
create or replace macro slugtext(v) as
    trim(regexp_replace(lower(strip_accents(v)), '[^a-z0-9]+', '_', 'g'), '_');

-- The readers below take such text. A date without time of day; null for anything else,
-- and outside 1990-2099.
create or replace macro las_datum(v) as
    case
        when length(v) = 10 and v like '____-__-__' and v between '1990' and '2100'
            then try_cast(v as date)
    end;

-- Minutes of `Z`, `+02`, `+0200` or `+02:00` east of Greenwich.
create or replace macro las_forskjutning(z) as
    case
        when upper(z) = 'Z' then 0
        else (case when z like '-%' then -1 else 1 end) * (
            try_cast(substr(z, 2, 2) as integer) * 60
            + coalesce(try_cast(right(replace(substr(z, 4), ':', ''), 2) as integer), 0)
        )
    end;

-- A time with an offset (or with decimals of a second): its clock in Sweden.
create or replace macro las_tid_med_zon(v) as
    case
        when regexp_full_match(
            v, '\d{4}-\d\d-\d\d[T ][0-2]\d:\d\d(:\d\d([.,]\d+)?)?( ?([Zz]|[+-]\d\d(:?\d\d)?))?'
        )
            then case
                when regexp_matches(v, '([Zz]|[+-]\d\d(:?\d\d)?)$') and length(v) > 16
                    then (
                        try_cast(regexp_extract(v, '^.{10}[T ][\d:]+') as timestamp)
                        - to_minutes(las_forskjutning(
                            regexp_extract(v, '([Zz]|[+-]\d\d(:?\d\d)?)$')
                        ))
                    ) at time zone 'UTC' at time zone 'Europe/Stockholm'
                else try_cast(regexp_extract(v, '^.{10}[T ][\d:]+') as timestamp)
            end
    end;

-- A time of day with its date, civil time in Sweden; null for a bare date and for
-- anything that is no time. The common forms are told by length, without a regexp.
create or replace macro las_tid(v) as
    case
        when v is null or length(v) < 16 or v like '___________24:%' then null
        when v like '____-__-_____:__' or v like '____-__-_____:__:__'
            then case when v between '1990' and '2100' then try_cast(v as timestamp) end
        when v between '1990' and '2100' then las_tid_med_zon(v)
    end;

create or replace macro ar_ja(v) as lower(v) in ('1', 'ja', 'j', 'true', 'sant');
create or replace macro ar_nej(v) as lower(v) in ('0', 'nej', 'n', 'false', 'falskt');

-- Unplanned or not, from either column; null when neither says.
create or replace macro las_oplanerad(o, p) as
    case
        when ar_ja(o) or lower(o) in ('oplanerad', 'akut') then true
        when ar_nej(o) or lower(o) in ('planerad', 'elektiv') then false
        when ar_ja(p) or lower(p) in ('planerad', 'elektiv') then false
        when ar_nej(p) or lower(p) in ('oplanerad', 'akut') then true
    end;

create or replace macro las_vardform(v) as
    case
        when lower(v) like 'somat%' then 'somatik'
        when lower(v) like 'psyk%' then 'psykiatri'
    end;

-- The column's name when it has a text that gave no date.
create or replace macro olast(v, datum, kolumn) as
    case when v is not null and datum is null then kolumn end;
