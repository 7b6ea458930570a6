-- Every saved form is held against what was locked or frozen before it; without reading all that ever happened to the participant.

create index trail_of_locks on record.trail (study_id, stream_id, position) where type ~ '(Locked|Frozen)$';
