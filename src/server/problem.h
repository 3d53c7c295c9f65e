// What a client did wrong, or what the server can not do, as RFC 9457 writes it.
#pragma once
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "annals/error.h"

namespace annals {

// Thrown by whatever answers a request.
struct Problem : std::runtime_error {
  // `detail_` says what was wrong and `remedy_` what to do, each in a sentence.
  Problem(int status_, const std::string& detail_, std::string remedy_, std::string parameter_ = {})
      : std::runtime_error(detail_), status(status_), remedy(std::move(remedy_)), parameter(std::move(parameter_)) {}

  int status;
  std::string remedy;
  std::string parameter;  // the one at fault, or empty
  std::vector<std::pair<std::string, std::string>> headers;
};

// An Error of the library: 400 where what was asked for can not be, 503 where the ledger is busy or broken.
Problem problem_of(const Error& error);

// The words that RFC 9110 has for a status.
const char* title_of(int status);

std::string to_json(const Problem& problem);

}  // namespace annals
