-- Types of columns that hold one of a few values: stored as numbers, read as texts.
create or replace type vardform_grupp as enum ('somatik', 'psykiatri', 'okand');
-- The empty one stands for none: a profile need not name any delregion.
create or replace type delregion_kod as enum (
    select '' as delregion
    union
    select delregion from profil_delregion_kommun
    order by delregion
);
create or replace type aldersband as enum ('-64', '65-79', '80-', 'okand');
