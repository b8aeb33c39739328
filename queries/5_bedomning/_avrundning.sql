-- A published value as a page shows it: half up on its six decimals. The last term lifts a half that binary form puts just below.
create or replace macro avrundat(varde, decimaler) as
    floor(varde * pow(10, decimaler) + 0.5 + 1e-9) / pow(10, decimaler);
