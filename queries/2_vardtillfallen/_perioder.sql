-- The last day of a period by its first: twelve rolling months are named after the last of them.
create or replace macro periodslut(periodtyp, period) as
    cast(period + case periodtyp
        when 'kvartal' then interval 3 month
        when 'halvar' then interval 6 month
        when 'ar' then interval 1 year
        else interval 1 month
    end - interval 1 day as date);
