-- Numbers of days within bounds. Null stays null, which greatest and least alone would pass over.

create or replace macro minst_noll(dagar) as
    case when dagar < 0 then 0 else dagar end;

create or replace macro inom(dagar, hogst) as
    case when dagar > hogst then hogst else minst_noll(dagar) end;
