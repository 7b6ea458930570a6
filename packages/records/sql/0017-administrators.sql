-- An administrator reads how the study goes and sees the definition as the blind allows: on the blinded side, like whoever
-- reads it. So nobody who opens sites and gives roles also prepares infusions or holds the list of the same study.

update access.role set blindness = 'blinded' where role = 'administrator';
comment on column access.role.blindness is 'blinded or unblinded; neutral is for roles that see no study data, of which there is none.';
