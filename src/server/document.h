// The OpenAPI document at work: it is what requests are checked against before anything answers them.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/call.h"
#include "server/schema_check.h"

namespace annals {

// The document as it is served.
std::string_view openapi_text();

class ApiDocument {
 public:
  ApiDocument();  // parses openapi_text()
  ApiDocument(const ApiDocument&) = delete;

  // The operation object of "get" and "/stories/{id}".
  const nlohmann::json& operation(std::string_view method, const std::string& path) const;

  // The request's parameters and body, checked. Throws Problem{400} that says what is wrong with which.
  Call check(const nlohmann::json& operation, const RawCall& raw) const;

  const nlohmann::json& tree() const { return document_; }
  const SchemaCheck& schemas() const { return schemas_; }

 private:
  void check_query(const nlohmann::json& operation, const RawCall& raw, Call& call) const;
  void check_path(const nlohmann::json& operation, const RawCall& raw, Call& call) const;
  void check_write_header(const nlohmann::json& operation, const RawCall& raw) const;
  void check_body(const nlohmann::json& operation, const RawCall& raw, Call& call) const;

  nlohmann::json document_;
  SchemaCheck schemas_{document_};
};

}  // namespace annals
