-- How dates and times are read. Every reader takes the text that datumtext gives, as a column.
-- A date without time of day has no time: it is never compared with clocks. 1990-2099 only.

-- A text without blanks around it, and with plain ones inside: a web page's copy has hard spaces
-- between date and clock.
create or replace macro datumtext(v) as
    case
        when strlen(v) = length(v) then falttext(v)
        else regexp_replace(falttext(v), '\p{Z}', ' ', 'g')
    end;

-- An Excel serial number as seconds since 1899-12-30 (1900 system), rounded to the second.
create or replace macro serie_sekunder(v) as
    case
        when regexp_full_match(v, '(3[2-9]|[4-6]\d|7[0-3])\d{3}([.,]\d{1,20})?')
            then case
                when round(replace(v, ',', '.')::double * 86400)
                    between 2840313600 and 6311606399  -- 1990-01-01 to 2099-12-31
                    then round(replace(v, ',', '.')::double * 86400)::bigint
            end
    end;

-- A date: `2023-06-24`, `20230624`, or the serial number of a whole day. The cast to timestamp
-- is the strict one: the cast to date reads 2023-06-2x as the second.
create or replace macro las_datum(v) as
    case
        when v like '____-__-__'
            then case when v between '1990' and '2100' then try_cast(v as timestamp)::date end
        when v like '____-%' then null
        when regexp_full_match(v, '(199|20\d)\d{5}')
            then try_cast(v[1:4] || '-' || v[5:6] || '-' || v[7:8] as timestamp)::date
        when serie_sekunder(v) % 86400 = 0
            then date '1899-12-30' + (serie_sekunder(v) // 86400)::integer
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

-- A date and clock with an offset: its clock in Sweden. Seconds' decimals are cut.
create or replace macro las_tid_med_zon(v) as
    (
        try_cast(regexp_extract(v, '^.{10}[T ][\d:]+') as timestamp)
        - to_minutes(las_forskjutning(regexp_extract(v, '[Zz]$|[+-]\d\d(:?\d\d)?$')))
    ) at time zone 'UTC' at time zone 'Europe/Stockholm';

-- As `2023-06-24T14:05:00`, whatever separators are left out of it.
create or replace macro utskriven_tid(v) as
    regexp_replace(v, '^(\d{4})(\d\d)(\d\d)[T ]?(\d\d):?(\d\d):?(\d\d)?', '\1-\2-\3T\4:\5:\6');

-- A time of day with its date, civil time in Sweden; null for a bare date, for 24:00 and for
-- anything that is no time. 202306241405 and 20230624 1405 are none: a personnummer can look
-- like that. The commonest form comes first.
create or replace macro las_tid(v) as
    case
        when v like '____-__-_____:__' or v like '____-__-_____:__:__'
            then case
                -- The cast is strict but for a blank in the hour and these at the end.
                when v between '1990' and '2100' and not (
                    v like '___________ %' or v like '___________24%'
                    or ends_with(v, ':') or ends_with(v, '.') or ends_with(v, 'Z')
                )
                    then try_cast(v as timestamp)
            end
        when v is null or v like '____-__-__' then null
        when regexp_full_match(
            v, '(199\d|20\d\d)-\d\d-\d\d[T ]([01]\d|2[0-3]):\d\d:\d\d[.,]\d+'
        )
            then try_cast(v[1:19] as timestamp)
        when regexp_full_match(
            v,
            '(199\d|20\d\d)-\d\d-\d\d[T ]([01]\d|2[0-3]):\d\d(:\d\d([.,]\d+)?)?'
                || ' ?([Zz]|[+-](0\d|1[0-4])(:?[0-5]\d)?)'
        )
            then las_tid_med_zon(v)
        when regexp_full_match(
            v,
            '(199|20\d)\d{5}([T ]([01]\d|2[0-3]):\d\d(:\d\d([.,]\d+)?)?'
                || '|T([01]\d|2[0-3])\d\d(\d\d([.,]\d+)?)?|([01]\d|2[0-3])\d{4})'
        )
            then try_cast(regexp_extract(utskriven_tid(v), '^[^.,]+') as timestamp)
        when regexp_full_match(
            v,
            '(199|20\d)\d{5}([T ]([01]\d|2[0-3]):\d\d(:\d\d([.,]\d+)?)?'
                || '|T([01]\d|2[0-3])\d\d(\d\d([.,]\d+)?)?)'
                || ' ?([Zz]|[+-](0\d|1[0-4])(:?[0-5]\d)?)'
        )
            then las_tid_med_zon(utskriven_tid(v))
        when serie_sekunder(v) % 86400 > 0
            then timestamp '1899-12-30' + to_seconds(serie_sekunder(v))
    end;
