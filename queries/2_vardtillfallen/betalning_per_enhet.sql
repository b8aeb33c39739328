-- One row per unit, period, group, side of the limit for long waits and what is known of the act's liability: cases, days
-- and the sums of their squares.
select * from upprullad(
    'kub_betalning', ['individuell', 'betalning'], ['medeldagar_individuellt', 'betalningsdagar']
)
