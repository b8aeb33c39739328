-- Types of columns that hold one of a few values: stored as numbers, read as texts.
create or replace type vardform_grupp as enum ('somatik', 'psykiatri', 'okand');
create or replace type aldersband as enum ('-64', '65-79', '80-', 'okand');
