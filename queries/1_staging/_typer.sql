-- The types of staged columns that hold one of a few values: stored as numbers, read as texts.
create or replace type kommun_kod as enum (select kod from sverige_kommun order by kod);
create or replace type vardform as enum ('somatik', 'psykiatri');
create or replace type destination_slug as enum (
    'ordinart_boende', 'sarskilt_boende', 'korttid', 'annat_sjukhus', 'mobilt_sjukhusteam',
    'avliden', 'annat'
);
create or replace type process_slug as enum ('gron', 'gul', 'rod', 'annat');
create or replace type behov_slug as enum (
    'oforandrade', 'nytillkomna_socialtjanst', 'nytillkomna_halso_och_sjukvard', 'avancerade',
    'annat'
);
-- The empty one stands for none: an extract need not name any clinic.
create or replace type klinik_kod as enum (
    select ''
    union
    select slugtext(text) from raw.ord where kolumn = 'klinik'
);
create or replace type vardgivare_kod as enum (
    select kod from profil_vardgivare
    union
    select slugtext(text) from raw.ord
    where kolumn = 'vardgivare' and slugtext(text) <> ''
    order by kod
);
