-- One row: the standard deviation of the noise of a count, and the half width of a range that holds 95 in 100.
select
    round(sqrt(getvariable('ckm_varians')), 1)::double as spridning,
    ceil(1.96 * sqrt(getvariable('ckm_varians')))::integer as antal,
