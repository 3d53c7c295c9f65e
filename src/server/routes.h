// What answers the paths of the API, by the file that holds it.
#pragma once
#include "server/api.h"

namespace annals {

// ledger_routes.cpp
Answer get_health(const ApiParts& parts, const Call& call);

// api.cpp
Answer post_read(const ApiParts& parts, const Call& call);

}  // namespace annals
