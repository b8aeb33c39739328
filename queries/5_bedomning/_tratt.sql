-- Limits of a funnel around a centre for n cases: of a share (percent) by the binomial's spread, of a mean on the log scale by
-- the region's own s / mean. z is 1.96 for 95 % and 3.09 for 99.8 %. A share stays within 0 and 100.
create or replace macro tratt_granser(matt, centrum, spridning, n, z) as case
    when matt = 'procent' then {
        'nedre': greatest(0, centrum - z * sqrt(centrum * (100 - centrum) / n)),
        'ovre': least(100, centrum + z * sqrt(centrum * (100 - centrum) / n)),
    }
    else {
        'nedre': centrum * exp(-z * spridning / sqrt(n)),
        'ovre': centrum * exp(z * spridning / sqrt(n)),
    }
end;
