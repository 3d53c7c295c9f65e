// One function for each group of keywords.
#include "server/schema_check.h"

#include <fmt/format.h>

#include <mutex>
// g++ 12 takes <regex> under the sanitizers for reading what was not set (GCC bug 105562).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <regex>
#include <unordered_map>

#include "base/utf8.h"

namespace annals {
namespace {

using nlohmann::json;
using Fault = std::optional<SchemaFault>;

// The document's patterns, each compiled once. They are few, and our own.
const std::regex& compiled(const std::string& pattern) {
  static std::mutex mutex;
  static std::unordered_map<std::string, std::regex> patterns;
  const std::lock_guard lock(mutex);
  const auto found = patterns.find(pattern);
  if (found != patterns.end()) return found->second;
  return patterns.emplace(pattern, std::regex(pattern, std::regex::ECMAScript)).first->second;
}

bool is_of_type(const json& value, const std::string& type) {
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  return type == "null" && value.is_null();
}

Fault check_type(const json& value, const json& type) {
  if (type.is_string()) {
    if (is_of_type(value, type.get_ref<const std::string&>())) return {};
    return SchemaFault{"", fmt::format("must be of type {}", type.get_ref<const std::string&>())};
  }
  std::string names;
  for (const json& one : type) {
    if (is_of_type(value, one.get_ref<const std::string&>())) return {};
    names += (names.empty() ? "" : " or ") + one.get<std::string>();
  }
  return SchemaFault{"", "must be of type " + names};
}

Fault check_choice(const json& value, const json& schema) {
  if (const auto only = schema.find("const"); only != schema.end() && value != *only) {
    return SchemaFault{"", "must be " + only->dump()};
  }
  const auto choices = schema.find("enum");
  if (choices == schema.end()) return {};
  std::string names;
  for (const json& choice : *choices) {
    if (value == choice) return {};
    names += (names.empty() ? "" : ", ") + (choice.is_string() ? choice.get<std::string>() : choice.dump());
  }
  return SchemaFault{"", "must be one of " + names};
}

Fault check_number(const json& value, const json& schema) {
  if (!value.is_number()) return {};
  if (const auto least = schema.find("minimum"); least != schema.end() && value < *least) {
    return SchemaFault{"", "must be at least " + least->dump()};
  }
  if (const auto most = schema.find("maximum"); most != schema.end() && value > *most) {
    return SchemaFault{"", "must be at most " + most->dump()};
  }
  return {};
}

Fault check_string(const json& value, const json& schema) {
  if (!value.is_string()) return {};
  const auto& text = value.get_ref<const std::string&>();
  const std::size_t length = count_code_points(text);
  if (const auto least = schema.find("minLength"); least != schema.end() && length < least->get<std::size_t>()) {
    return SchemaFault{"", length == 0 ? "must not be empty" : "is shorter than " + least->dump() + " characters"};
  }
  if (const auto most = schema.find("maxLength"); most != schema.end() && length > most->get<std::size_t>()) {
    return SchemaFault{"", "is longer than " + most->dump() + " characters"};
  }
  const auto pattern = schema.find("pattern");
  constexpr std::size_t kLongest = 4096;  // std::regex recurses once a character
  if (pattern == schema.end()) return {};
  const auto& expression = pattern->get_ref<const std::string&>();
  if (text.size() <= kLongest && std::regex_search(text, compiled(expression))) return {};
  return SchemaFault{"", "must match " + expression};
}

// `fault` of a member or an item, told from its parent.
Fault inside(const std::string& name, Fault fault) {
  if (fault) fault->where = fault->where.empty() ? name : name + "/" + fault->where;
  return fault;
}

Fault check_array(const SchemaCheck& checker, const json& value, const json& schema) {
  if (!value.is_array()) return {};
  if (const auto most = schema.find("maxItems"); most != schema.end() && value.size() > most->get<std::size_t>()) {
    return SchemaFault{"", "has more than " + most->dump() + " values"};
  }
  const auto items = schema.find("items");
  if (items == schema.end()) return {};
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (Fault fault = checker.check(value[i], *items)) return inside(std::to_string(i), fault);
  }
  return {};
}

Fault check_object(const SchemaCheck& checker, const json& value, const json& schema) {
  if (!value.is_object()) return {};
  if (const auto required = schema.find("required"); required != schema.end()) {
    for (const json& name : *required) {
      if (!value.contains(name.get_ref<const std::string&>())) {
        return SchemaFault{name.get<std::string>(), "is missing"};
      }
    }
  }
  if (const auto least = schema.find("minProperties"); least != schema.end() && value.size() < *least) {
    return SchemaFault{"", "must have a member at least"};
  }
  const json none = json::object();
  const auto listed = schema.find("properties");
  const json& properties = listed == schema.end() ? none : *listed;
  const auto rest = schema.find("additionalProperties");
  for (const auto& [name, member] : value.items()) {
    Fault fault;
    if (const auto known = properties.find(name); known != properties.end()) {
      fault = checker.check(member, *known);
    } else if (rest != schema.end() && rest->is_boolean() && !rest->get<bool>()) {
      fault = SchemaFault{"", "is not known here"};
    } else if (rest != schema.end() && rest->is_object()) {
      fault = checker.check(member, *rest);
    }
    if (fault) return inside(name, fault);
  }
  return {};
}

Fault check_combinations(const SchemaCheck& checker, const json& value, const json& schema) {
  if (const auto all = schema.find("allOf"); all != schema.end()) {
    for (const json& one : *all) {
      if (Fault fault = checker.check(value, one)) return fault;
    }
  }
  const auto choices = schema.find("oneOf");
  if (choices == schema.end()) return {};
  int fitting = 0;
  Fault last;
  for (const json& one : *choices) {
    Fault fault = checker.check(value, one);
    if (fault) {
      last = fault;
    } else {
      ++fitting;
    }
  }
  if (fitting == 1) return {};
  if (fitting > 1) return SchemaFault{"", "fits more than one of the forms that it may have"};
  return last;
}

}  // namespace

const json& SchemaCheck::resolve(const json& schema) const {
  const auto reference = schema.find("$ref");
  if (reference == schema.end()) return schema;
  return resolve(document_.at(json::json_pointer(reference->get_ref<const std::string&>().substr(1))));
}

Fault SchemaCheck::check(const json& value, const json& schema) const {
  if (schema.contains("$ref")) {
    if (Fault fault = check(value, resolve(schema))) return fault;
  }
  if (const auto type = schema.find("type"); type != schema.end()) {
    if (Fault fault = check_type(value, *type)) return fault;
  }
  if (Fault fault = check_choice(value, schema)) return fault;
  if (Fault fault = check_number(value, schema)) return fault;
  if (Fault fault = check_string(value, schema)) return fault;
  if (Fault fault = check_array(*this, value, schema)) return fault;
  if (Fault fault = check_object(*this, value, schema)) return fault;
  return check_combinations(*this, value, schema);
}

}  // namespace annals
