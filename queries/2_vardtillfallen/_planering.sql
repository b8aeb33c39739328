-- Was an episode unplanned, where the extract may not say? Unknown counts as the profile says.
create or replace macro planering_oplanerad(planering) as
    coalesce(planering, cast(getvariable('okand_planering') as varchar) = 'oplanerad', false);
