// The API without its transport: which question belongs to which path, and what it needs to be answered.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "server/call.h"
#include "server/ledger_reading.h"
#include "server/searches.h"
#include "server/serve_options.h"
#include "server/story_reading.h"

namespace annals {

// What answers take from. Several threads use it at once.
struct ApiParts {
  const ServeOptions& options;
  LedgerReading& ledger;
  Searches& searches;
  StoryReading* reading;  // nullptr where there is no model
};

// A path of the document and what answers it.
struct Route {
  std::string_view method;  // "get"
  std::string_view path;    // "/stories/{id}"
  Answer (*answer)(const ApiParts& parts, const Call& call);
};

std::span<const Route> api_routes();

struct RoutedPath {
  const Route* route = nullptr;
  std::string value;  // what stands for {id}
};

// The route of "get" and "/stories/12". Throws Problem{404}, and 405 where the path knows other methods only.
RoutedPath route_of(std::string_view method, std::string_view path);

}  // namespace annals
