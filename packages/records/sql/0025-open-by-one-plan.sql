-- Every request opens its streams: planning the same reading anew each time cost as much as the reading itself.

alter function record.open(bytea, text, text[], bigint[]) set plan_cache_mode = force_generic_plan;
