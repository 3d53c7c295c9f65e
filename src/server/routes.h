// What answers the paths of the API, by the file that holds it.
#pragma once
#include "ledger/stored_record.h"
#include "server/api.h"

namespace annals {

// ledger_routes.cpp
Answer get_health(const ApiParts& parts, const Call& call);
Answer get_ledger(const ApiParts& parts, const Call& call);

// record_routes.cpp
template <RecordKind kind>
Answer get_records(const ApiParts& parts, const Call& call);
Answer get_record(const ApiParts& parts, const Call& call);
Answer get_stories(const ApiParts& parts, const Call& call);
Answer get_story(const ApiParts& parts, const Call& call);

// name_routes.cpp
Answer get_actors(const ApiParts& parts, const Call& call);
Answer get_places(const ApiParts& parts, const Call& call);
Answer get_search(const ApiParts& parts, const Call& call);

// view_routes.cpp
Answer get_timeline(const ApiParts& parts, const Call& call);
Answer get_map(const ApiParts& parts, const Call& call);
Answer get_network(const ApiParts& parts, const Call& call);
Answer get_dyads(const ApiParts& parts, const Call& call);
Answer get_series(const ApiParts& parts, const Call& call);
Answer get_speakers(const ApiParts& parts, const Call& call);
Answer get_negotiations(const ApiParts& parts, const Call& call);
Answer get_overview(const ApiParts& parts, const Call& call);

// correction_routes.cpp
Answer get_corrections(const ApiParts& parts, const Call& call);
Answer post_correction(const ApiParts& parts, const Call& call);
Answer get_agreement(const ApiParts& parts, const Call& call);

// api.cpp
Answer post_read(const ApiParts& parts, const Call& call);

}  // namespace annals
