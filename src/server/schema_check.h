// Checks JSON against the schemas of the OpenAPI document, and says in a sentence what is wrong with it.
//
// OpenAPI 3.1 schemas are JSON Schema 2020-12. This knows the keywords that our document uses: $ref, allOf, oneOf,
// type, enum, const, properties, required, additionalProperties, minProperties, items, maxItems, minLength, maxLength,
// pattern, minimum, maximum. Others (format, description, ...) say nothing here. Valijson, Debian's library for the
// task, stops at draft 7, in which a $ref hides its neighbours, and its messages do not say what would be right.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace annals {

struct SchemaFault {
  std::string where;    // "changes/actor/0/name", empty for the whole value
  std::string problem;  // "is longer than 200 characters"
};

class SchemaCheck {
 public:
  // Borrows the document, to which references point.
  explicit SchemaCheck(const nlohmann::json& document) : document_(document) {}

  std::optional<SchemaFault> check(const nlohmann::json& value, const nlohmann::json& schema) const;

  // The schema itself, where it is no more than a reference to one.
  const nlohmann::json& resolve(const nlohmann::json& schema) const;

 private:
  const nlohmann::json& document_;
};

}  // namespace annals
