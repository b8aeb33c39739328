-- How the texts of an extract are read; _tider.sql has dates and times. A macro repeats its
-- argument: give it a column, not an expression.

-- Blanks around a text taken away, all kinds: hard and thin spaces, marks of no width.
create or replace macro utan_kantblanka(v) as
    regexp_replace(
        v,
        '^[\x{00}-\x{20}\p{Z}\x{180e}\x{200b}-\x{200f}\x{2060}\x{feff}]+'
            || '|[\x{00}-\x{20}\p{Z}\x{180e}\x{200b}-\x{200f}\x{2060}\x{feff}]+$',
        '', 'g'
    );

-- A text without the blanks around it, null if nothing is left. Told without a regexp where
-- the text is plain: this is done to every cell.
create or replace macro falttext(v) as
    case
        when strlen(v) = length(v) then case
            when v < '!' or ends_with(v, ' ') or ends_with(v, chr(9)) or ends_with(v, chr(10))
                or ends_with(v, chr(13))
                then nullif(trim(v, ' ' || chr(9) || chr(10) || chr(13)), '')
            else v
        end
        when v < '!' or ends_with(v, ' ') or ends_with(v, chr(9)) or ends_with(v, chr(10))
            or ends_with(v, chr(13))
            or (v >= chr(160) and v < chr(161)) or (v >= chr(5760) and v < chr(12289))
            or (v >= chr(65279) and v < chr(65280))
            or regexp_matches(v, '[\p{Z}\x{180e}\x{200b}-\x{200f}\x{2060}\x{feff}]$')
            then nullif(utan_kantblanka(v), '')
        else v
    end;

-- A text as it is compared: lower case, no diacritics, only a-z and 0-9 (as fold.ts).
create or replace macro nyckeltext(v) as
    regexp_replace(lower(strip_accents(v)), '[^a-z0-9]', '', 'g');

-- The id of a free text: ASCII, `_` between words (as slug in fold.ts).
create or replace macro slugtext(v) as
    trim(regexp_replace(lower(strip_accents(v)), '[^a-z0-9]+', '_', 'g'), '_');

-- The readers below, and those of _tider.sql, take the text that falttext gives.

-- Yes and no. 1.0 is what a spreadsheet makes of 1; x is neither: what an empty cell beside it
-- means, nobody has said.
create or replace macro ar_ja(v) as lower(v) in ('1', '1.0', '1,0', 'ja', 'j', 'true', 'sant');
create or replace macro ar_nej(v) as lower(v) in ('0', '0.0', '0,0', 'nej', 'n', 'false', 'falskt');

-- Unplanned or not, from either column; null when neither says. oplanerad wins.
create or replace macro las_oplanerad(o, p) as
    case
        when ar_ja(o) or lower(o) in ('oplanerad', 'akut') then true
        when ar_nej(o) or lower(o) in ('planerad', 'elektiv') then false
        when ar_ja(p) or lower(p) in ('planerad', 'elektiv') then false
        when ar_nej(p) or lower(p) in ('oplanerad', 'akut') then true
    end;

-- Both columns are there and say different things: the remark `planering_motsager`.
create or replace macro planering_motsager(o, p) as
    o is not null and p is not null and las_oplanerad(o, null) <> las_oplanerad(null, p);

create or replace macro las_vardform(v) as
    case
        when lower(v) like 'somat%' then 'somatik'
        when lower(v) like 'psyk%' then 'psykiatri'
    end;

-- A number with decimal comma or point; spaces, hard and thin ones too, between thousands.
create or replace macro las_tal(v) as
    case
        when regexp_full_match(
            v, '[-\x{2212}]?(\d{1,15}|\d{1,3}([ \x{a0}\x{2009}\x{202f}]\d{3}){1,4})([.,]\d{1,15})?'
        )
            then regexp_replace(
                replace(replace(v, ',', '.'), chr(8722), '-'), '[^\d.-]', '', 'g'
            )::double
    end;

-- A whole number, 0 or more: `1940`, `1 884`, and `1940.0` as a spreadsheet may write it.
create or replace macro las_heltal(v) as
    case
        when regexp_full_match(v, '(\d{1,15}|\d{1,3}([ \x{a0}\x{2009}\x{202f}]\d{3}){1,4})([.,]0+)?')
            then regexp_replace(regexp_replace(v, '[.,].*', ''), '\D', '', 'g')::bigint
    end;
