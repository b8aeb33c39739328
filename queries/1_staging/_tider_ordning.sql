-- Dates whose parts stand in an order that the whole column decides (values/dates.ts), and
-- the two kinds of text that look like a date and are none.

-- `24/6 2023`, `24.06.2023`, `6/24/2023 14:05` with year, month and day in order; null for
-- other texts. form: 'dag_forst' or 'manad_forst'.
create or replace macro i_ordning(v, form) as
    case
        when form <> 'iso' and regexp_full_match(
            v,
            '\d{1,2}(\.\d{1,2}[. ]|/\d{1,2}[/ ])(199|20\d)\d'
                || '(,? +(\d|[01]\d|2[0-3]):\d\d(:\d\d([.,]\d+)?)?)?'
        )
            then regexp_replace(
                v, '^(\d+)[./](\d+)[./ ](\d+)(,? +([\d:]+))?.*$',
                case form when 'dag_forst' then '\3-\2-\1 \5' else '\3-\1-\2 \5' end
            )
    end;

-- The readers of a column whose order is decided: all forms of date.
create or replace macro las_datum_form(v, form) as
    case
        when i_ordning(v, form) like '% ' then try_cast(trim(i_ordning(v, form)) as timestamp)::date
        else las_datum(v)
    end;

create or replace macro las_tid_form(v, form) as
    case
        when i_ordning(v, form) not like '% ' then try_cast(i_ordning(v, form) as timestamp)
        else las_tid(v)
    end;

-- A date that a system writes where it has none: 1801-01-01, 1900-01-01, 9999-12-31, in any of
-- the forms above, with or without clock. It is missing, and counted. Ask only of texts that
-- gave no date.
create or replace macro ar_platshallare(v) as
    regexp_full_match(
        v,
        '((1801|1900)(-01-01|0101)|9999(-12-31|1231))'
            || '([T ]?\d\d:?\d\d(:?\d\d([.,]\d+)?)?( ?([Zz]|[+-]\d\d(:?\d\d)?))?)?'
            || '|(0?1(\.0?1[. ]|/0?1[/ ])(1801|1900)|(31(\.12[. ]|/12[/ ])|12(\.31[. ]|/31[/ ]))9999)'
            || '(,? +\d{1,2}:\d\d(:\d\d([.,]\d+)?)?)?'
            || '|(1|2958465)([.,]\d+)?'
    );

-- A date whose year has two digits: `230624`, `23-06-24`, `24.06.23`, `24/6 23`, with or without
-- clock. Ask only of texts that gave no date.
create or replace macro ar_tvasiffrigt(v) as
    regexp_full_match(
        v,
        '(\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])|(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d'
            || '|\d\d-\d\d-\d\d|\d{1,2}(\.\d{1,2}[. ]|/\d{1,2}(/| -?|-))\d\d)'
            || '((T|,? +)\d{1,2}:\d\d(:\d\d([.,]\d+)?)?)?'
    );

-- Why a text is no date: the code of its remark.
create or replace macro datumfel(v) as
    case
        when ar_platshallare(v) then 'platshallardatum'
        when ar_tvasiffrigt(v) then 'tvasiffrigt_ar'
        else 'ogiltigt_datum'
    end;
