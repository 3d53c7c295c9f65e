// An HTTP response as a crawler stored it: status, headers, and the body with its encodings undone.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

struct HttpResponse {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  // names in small letters
  std::string_view body;                                     // as it was sent; borrowed from the message

  // The value of a header; empty where it is missing.
  std::string_view header(std::string_view name) const;
};

// The fields of a block of header lines (RFC 9112, 5), folded lines joined. Takes them and the blank line that ends
// them off `rest`.
std::vector<std::pair<std::string, std::string>> take_headers(std::string_view& rest);

// Nothing where the message does not open with a status line. The response borrows `message`.
std::optional<HttpResponse> parse_http_response(std::string_view message);

// The body without chunks and compression (RFC 9112 7.1, RFC 9110 8.4). Crawlers often undo them and leave the headers
// as they were: a body that does not look encoded is taken as it is. Throws Error{Fault::input} that names `where` if
// it is cut short, damaged, longer than `limit`, or packed in a way that is not read.
std::string decoded_body(const HttpResponse& response, std::size_t limit, const std::string& where);

// "text/html" of "Text/HTML; charset=utf-8", and its charset.
std::string media_type(std::string_view content_type);
std::string media_charset(std::string_view content_type);

}  // namespace annals
