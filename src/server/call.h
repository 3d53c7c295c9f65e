// A request to the API and its answer, without the transport.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

// As it came.
struct RawCall {
  std::vector<std::pair<std::string, std::string>> query;  // decoded
  std::string path_value;                                  // what stands for {id}
  std::string content_type;
  std::string write_header;  // X-Annals-Write
  std::string body;
};

// As the document allows it.
struct Call {
  std::vector<std::pair<std::string, std::string>> query;
  std::string path_value;
  nlohmann::json body;

  // The value of a parameter that is given once.
  std::optional<std::string_view> value(std::string_view name) const {
    for (const auto& [key, given] : query) {
      if (key == name) return given;
    }
    return std::nullopt;
  }
  // Of one that is a whole number; the document has seen to it that it is.
  std::int64_t number(std::string_view name, std::int64_t otherwise) const {
    const auto given = value(name);
    return given ? std::stoll(std::string(*given)) : otherwise;
  }
};

struct Answer {
  int status = 200;
  std::string body;  // JSON
};

}  // namespace annals
