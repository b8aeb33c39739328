-- The text a patient id's pseudonym is made of: without surrounding spaces, and a
-- personnummer in one form, twelve digits. Without century the plus sign says 100 years or
-- more, and the years to 26 are else of this century: a choice that needs no clock.
create or replace macro patientnyckel(v) as
    case
        when regexp_full_match(
            trim(hela_tal(vanliga_tecken(v))),
            '(?:18|19|20)?[0-9]{2}(?:0[0-9]|1[0-2])(?:[0126-8][0-9]|3[01]|9[01])(?: ?[-+] ?| {1,2})?[0-9]{4}'
        )
            then case
                when strlen(siffror(trim(hela_tal(vanliga_tecken(v))))) = 12 then ''
                when trim(hela_tal(vanliga_tecken(v))) < '27'
                    then case when contains(v, '+') then '19' else '20' end
                else case when contains(v, '+') then '18' else '19' end
            end || siffror(trim(hela_tal(vanliga_tecken(v))))
        else trim(hela_tal(vanliga_tecken(v)))
    end;
