-- Personnummer and samordningsnummer in a text. Run before the extracts are read, by
-- createIdentityMacros. test/identity compares it with a plain one in TypeScript.

-- The text with plain hyphens and spaces, a date with hyphens drawn together
-- (1912-12-12-1212), and a whole number written as 1.91212121212E11 in full.
create or replace macro vanliga_tecken(v) as
    case
        when strlen(v) = length(v) and not contains(v, chr(9)) and not contains(v, chr(10))
            then v
        else regexp_replace(
            regexp_replace(
                v, '[\x{AD}\x{2010}-\x{2015}\x{2043}\x{2212}\x{FE58}\x{FE63}\x{FF0D}]', '-', 'g'
            ),
            '[\s\x{A0}\x{1680}\x{2000}-\x{200D}\x{2028}\x{2029}\x{202F}\x{205F}'
            || '\x{2060}\x{3000}\x{FEFF}]',
            ' ', 'g'
        )
    end;

create or replace macro hela_tal(v) as
    case
        when v like '%____-__-__%'
            then regexp_replace(
                v, '([0-9]{4})-([0-9]{2})-([0-9]{2})( ?[-+] ?[0-9]{4})', '\1\2\3\4', 'g'
            )
        when regexp_full_match(v, '[0-9][.,][0-9]{6,11}[eE][+]?(?:0?9|1[01])')
            then replace(v, ',', '.')::double::bigint::varchar
        else v
    end;

-- What could be a number in such a text, left to right: six or eight digits, a separator
-- and four; any other run of digits. '' for what looks like one and is none: a UUID, a word
-- with several groups of digits (a hexadecimal id), a decimal fraction.
create or replace macro sifferord(v) as
    regexp_extract_all(
        hela_tal(vanliga_tecken(v)),
        '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}'
        || '|[A-Za-z]*[0-9]+[A-Za-z]+[0-9][0-9A-Za-z]*'
        || '|[0-9]{1,5}[.][0-9]{10,}'
        || '|((?:[0-9]{2})?[0-9]{6}(?: ?[-+] ?| {1,2})[0-9]{4}|[0-9]+)(?:[^0-9]|$)',
        1
    );

-- The digits of such a word as an integer: ten, or twelve with a year from 1880 to 2099.
create or replace macro siffror(ord) as
    replace(replace(replace(ord, ' ', ''), '-', ''), '+', '');
create or replace macro siffrornas_tal(siffror) as
    case
        when strlen(siffror) = 10 or strlen(siffror) = 12 and siffror between '188' and '21'
            then siffror::bigint
    end;

-- Whether a day can stand in a number. A samordningsnummer (day + 60) has month 00 or
-- day 60 where they are not known. Without century (ar 0-99) Feb 29 is a day in every
-- year divisible by 4.
create or replace macro ar_manadsdag(ar, manad, dag, lagsta) as
    manad between lagsta and 12
    and dag between lagsta and case
        when manad in (4, 6, 9, 11) then 30
        when manad <> 2 then 31
        when ar % 4 = 0 and (ar % 100 <> 0 or ar % 400 = 0) then 29
        else 28
    end;

create or replace macro dubblad(siffra) as
    2 * siffra - case when siffra > 4 then 9 else 0 end;
create or replace macro kontrollsumma(n) as
    n % 10 + n // 100 % 10 + n // 10_000 % 10 + n // 1_000_000 % 10 + n // 100_000_000 % 10
    + dubblad(n // 10 % 10) + dubblad(n // 1000 % 10) + dubblad(n // 100_000 % 10)
    + dubblad(n // 10_000_000 % 10) + dubblad(n // 1_000_000_000 % 10);

-- Whether the digits are a valid number: the day, a number 001-999 of that day, and the
-- last digit, which checks the rest.
create or replace macro ar_personnummer(n) as
    case
        when n // 1_000_000 % 100 > 12 or n // 10 % 1000 = 0 then false
        when ar_manadsdag(
            n // 100_000_000, n // 1_000_000 % 100,
            n // 10_000 % 100 - case when n // 10_000 % 100 < 60 then 0 else 60 end,
            case when n // 10_000 % 100 < 60 then 1 else 0 end
        )
            then kontrollsumma(n) % 10 = 0
        else false
    end;

-- A cheap test that every text with a valid number passes, and hardly any other: something
-- like a date and four digits more.
create or replace macro liknar_personnummer(v) as
    case
        when strlen(v) < 10 then false
        else regexp_matches(
            v,
            '[0-9]{2}[^0-9A-Za-z]?(?:0[0-9]|1[0-2])[^0-9A-Za-z]?(?:[0126-8][0-9]|3[01]|9[01])'
            || '[^0-9A-Za-z]{0,3}[0-9]{4}|^[0-9][.,][0-9]{6,11}[eE]'
        )
    end;

-- Whether a valid number stands anywhere in the text. (A lambda costs as much for one row
-- as for two thousand: it is asked only about texts with ten digits in a word.)
create or replace macro har_personnummer(v) as
    case
        when not liknar_personnummer(v) or v is null then false
        when regexp_matches(array_to_string(sifferord(v), ','), '[0-9]{6}[- +]*[0-9]{4}')
            then len(list_filter(
                list_transform(
                    list_transform(sifferord(v), lambda ord: siffror(ord)),
                    lambda tal: siffrornas_tal(tal)
                ),
                lambda n: ar_personnummer(n)
            )) > 0
        else false
    end;
