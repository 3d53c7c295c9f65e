// How many events of each type: a member of several views.
#pragma once
#include <map>
#include <string>

#include "output/json_writer.h"

namespace annals {

using TypeCounts = std::map<std::string, std::int64_t>;

// A user's codebook may hold any word for a type, so that names are escaped as values are.
inline void write_type_counts(JsonWriter& json, const TypeCounts& counts) {
  std::string object = "{";
  for (const auto& [type, count] : counts) {
    if (object.size() > 1) object += ',';
    JsonWriter(object).value(type);
    object += ':' + std::to_string(count);
  }
  json.raw(object + '}');
}

}  // namespace annals
