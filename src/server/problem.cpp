// Problems as JSON, and errors as problems.
#include "server/problem.h"

#include "output/json_writer.h"

namespace annals {

Problem problem_of(const Error& error) {
  // what() is "where: problem. remedy"; a problem has its remedy apart.
  std::string detail = error.what();
  if (detail.ends_with(error.remedy)) detail.resize(detail.size() - error.remedy.size());
  while (detail.ends_with(' ')) detail.pop_back();
  switch (error.fault) {
    case Fault::usage:
    case Fault::input:
      return {400, detail, error.remedy};
    case Fault::ledger:
      return {503, detail, error.remedy};
    default:
      return {500, detail, error.remedy};
  }
}

const char* title_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    default:
      return status < 500 ? "Request Refused" : "Internal Server Error";
  }
}

std::string to_json(const Problem& problem) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("type").value("about:blank");
  json.key("title").value(title_of(problem.status));
  json.key("status").value(problem.status);
  json.key("detail").value(problem.what());
  json.key("remedy").value(problem.remedy);
  if (!problem.parameter.empty()) json.key("parameter").value(problem.parameter);
  json.end_object();
  return out;
}

}  // namespace annals
