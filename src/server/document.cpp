// Each part of a request against its schema.
#include "server/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/closest.h"
#include "base/utf8.h"
#include "server/embedded_files.h"
#include "server/problem.h"

namespace annals {
namespace {

using nlohmann::json;

constexpr std::string_view kRemedy = "Mend the request; /api/v1/openapi.json says what may be asked.";

// A parameter's text as the JSON that its schema speaks of.
json typed(const std::string& text, const json& schema) {
  if (schema.value("type", json()) != "integer") return text;
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return text;
  return number;
}

// Whether the text is UTF-8 without NULs.
bool is_clean(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0 || text.front() == '\0') return false;
    text.remove_prefix(length);
  }
  return true;
}

[[noreturn]] void refuse(const std::string& name, const SchemaFault& fault) {
  throw Problem(400, name + " " + fault.problem + ".", std::string(kRemedy), name);
}

[[noreturn]] void refuse_unknown(const std::string& name, const std::vector<std::string>& known) {
  const auto meant = closest(name, known);
  throw Problem(400, "There is no parameter `" + name + "` here.",
                meant ? "Did you mean `" + *meant + "`?" : std::string(kRemedy), name);
}

}  // namespace

std::string_view openapi_text() { return find_embedded("/api/v1/openapi.json")->plain; }

ApiDocument::ApiDocument() : document_(json::parse(openapi_text())) {}

const json& ApiDocument::operation(std::string_view method, const std::string& path) const {
  return document_.at("paths").at(path).at(std::string(method));
}

void ApiDocument::check_query(const json& operation, const RawCall& raw, Call& call) const {
  const auto listed = operation.find("parameters");
  std::vector<std::string> known;
  std::set<std::string> seen;
  for (const auto& [name, value] : raw.query) {
    const bool again = !seen.insert(name).second;
    const json* schema = nullptr;
    if (listed != operation.end()) {
      known.clear();
      for (const json& one : *listed) {
        const json& parameter = schemas_.resolve(one);
        if (parameter.at("in") != "query") continue;
        known.push_back(parameter.at("name"));
        if (known.back() == name) schema = &schemas_.resolve(parameter.at("schema"));
      }
    }
    if (schema == nullptr) refuse_unknown(name, known);
    const bool list = schema->value("type", json()) == "array";
    if (again && !list) refuse(name, {"", "may be given once only"});
    if (!is_clean(value)) refuse(name, {"", "is not UTF-8"});
    const json& one = list ? schemas_.resolve(schema->at("items")) : *schema;
    if (const auto fault = schemas_.check(typed(value, one), one)) refuse(name, *fault);
    call.query.emplace_back(name, value);
    if (!list || !schema->contains("maxItems")) continue;
    const auto count = static_cast<std::size_t>(std::count_if(
        call.query.begin(), call.query.end(), [&name = name](const auto& given) { return given.first == name; }));
    if (count > schema->at("maxItems").get<std::size_t>()) {
      refuse(name, {"", "has more than " + schema->at("maxItems").dump() + " values"});
    }
  }
  if (listed == operation.end()) return;
  for (const json& one : *listed) {
    const json& parameter = schemas_.resolve(one);
    const std::string name = parameter.at("name");
    if (parameter.at("in") == "query" && parameter.value("required", false) && !seen.contains(name)) {
      refuse(name, {"", "is missing"});
    }
  }
}

void ApiDocument::check_path(const json& operation, const RawCall& raw, Call& call) const {
  const auto listed = operation.find("parameters");
  if (listed == operation.end()) return;
  for (const json& one : *listed) {
    const json& parameter = schemas_.resolve(one);
    if (parameter.at("in") != "path") continue;
    const json& schema = schemas_.resolve(parameter.at("schema"));
    if (const auto fault = schemas_.check(typed(raw.path_value, schema), schema)) {
      throw Problem(404, "There is nothing under this id: it " + fault->problem + ".",
                    "Take ids from the answers of the lists.", parameter.at("name"));
    }
    call.path_value = raw.path_value;
  }
}

// The one header that an operation may ask for. A page of another origin can not set it without asking first (a
// "preflight", which nothing here answers), so that it can not write by the reader's browser.
void ApiDocument::check_write_header(const json& operation, const RawCall& raw) const {
  const auto listed = operation.find("parameters");
  if (listed == operation.end()) return;
  for (const json& one : *listed) {
    const json& parameter = schemas_.resolve(one);
    if (parameter.at("in") != "header" || schemas_.resolve(parameter.at("schema")).at("const") == raw.write_header) {
      continue;
    }
    throw Problem(403, "The request does not say that it means to write.", "Send the header X-Annals-Write: 1.",
                  parameter.at("name"));
  }
}

void ApiDocument::check_body(const json& operation, const RawCall& raw, Call& call) const {
  const auto expected = operation.find("requestBody");
  if (expected == operation.end()) return;
  if (raw.content_type.substr(0, raw.content_type.find(';')) != "application/json") {
    throw Problem(415, "The body is not declared to be JSON.", "Send it with Content-Type: application/json.");
  }
  call.body = json::parse(raw.body, nullptr, false);
  if (call.body.is_discarded()) {
    throw Problem(400, "The body is not JSON in UTF-8.", "Send one JSON object.");
  }
  const json& schema = schemas_.resolve(expected->at("content").at("application/json").at("schema"));
  if (const auto fault = schemas_.check(call.body, schema)) {
    const std::string name = fault->where.empty() ? "The body" : fault->where;
    throw Problem(400, name + " " + fault->problem + ".", std::string(kRemedy), fault->where);
  }
}

Call ApiDocument::check(const json& operation, const RawCall& raw) const {
  Call call;
  check_write_header(operation, raw);
  check_path(operation, raw, call);
  check_body(operation, raw, call);  // before the query: httplib takes the fields of a form for parameters
  check_query(operation, raw, call);
  return call;
}

}  // namespace annals
