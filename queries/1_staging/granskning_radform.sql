-- One row per row of a file that does not have the file's number of fields.
select slag, fil, rad, 'avvisad' as typ, kod, null::varchar as kolumn from raw.felaktig_rad
