// The table of routes.
#include "server/api.h"

#include <algorithm>

#include "server/problem.h"
#include "server/routes.h"

namespace annals {
namespace {

constexpr std::string_view kId = "{id}";

constexpr Route kRoutes[] = {
    {"get", "/ledger", get_ledger},
    {"get", "/health", get_health},
    {"get", "/stories", get_stories},
    {"get", "/stories/{id}", get_story},
    {"get", "/records/{id}", get_record},
    {"get", "/events", get_records<RecordKind::event>},
    {"get", "/statements", get_records<RecordKind::statement>},
    {"get", "/figures", get_records<RecordKind::figure>},
    {"get", "/movements", get_records<RecordKind::movement>},
    {"get", "/talks", get_records<RecordKind::talks>},
    {"get", "/roles", get_records<RecordKind::role>},
    {"get", "/overview", get_overview},
    {"get", "/timeline", get_timeline},
    {"get", "/map", get_map},
    {"get", "/network", get_network},
    {"get", "/dyads", get_dyads},
    {"get", "/series", get_series},
    {"get", "/speakers", get_speakers},
    {"get", "/negotiations", get_negotiations},
    {"get", "/actors", get_actors},
    {"get", "/places", get_places},
    {"get", "/search", get_search},
    {"post", "/read", post_read},
    {"get", "/corrections", get_corrections},
    {"post", "/corrections", post_correction},
    {"get", "/agreement", get_agreement},
};

// Whether `path` fits the pattern; what stands for {id} goes to `value`.
bool fits(std::string_view pattern, std::string_view path, std::string& value) {
  if (!pattern.ends_with(kId)) return pattern == path;
  const std::string_view stem = pattern.substr(0, pattern.size() - kId.size());
  if (!path.starts_with(stem)) return false;
  const std::string_view rest = path.substr(stem.size());
  if (rest.empty() || rest.find('/') != std::string_view::npos) return false;
  value = rest;
  return true;
}

}  // namespace

std::span<const Route> api_routes() { return kRoutes; }

RoutedPath route_of(std::string_view method, std::string_view path) {
  std::string allowed;
  std::string value;
  for (const Route& route : kRoutes) {
    if (!fits(route.path, path, value)) continue;
    if (route.method == method) return {&route, value};
    std::string name(route.method);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    allowed += (allowed.empty() ? "" : ", ") + name + (name == "GET" ? ", HEAD" : "");
  }
  if (allowed.empty()) {
    throw Problem(404, "There is nothing under this path.", "GET /api/v1/openapi.json lists all paths.");
  }
  Problem problem(405, "This path knows other methods only.", "Use " + allowed + ".");
  problem.headers.emplace_back("Allow", allowed);
  throw problem;
}

Answer post_read(const ApiParts& parts, const Call& call) {
  if (parts.reading == nullptr) {
    throw Problem(503, "This server has no model to read stories with.", "Start annals serve with --model FILE.");
  }
  return {200, parts.reading->read(call.body, parts.options.read_bytes)};
}

}  // namespace annals
