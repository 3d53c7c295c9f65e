// Parsing of stored HTTP responses.
#include "story/http_message.h"

#include <algorithm>
#include <charconv>

#include "annals/error.h"
#include "story/decompress.h"
#include "story/page_words.h"

namespace annals {
namespace {

std::string_view trimmed(std::string_view s) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!s.empty() && space(s.front())) s.remove_prefix(1);
  while (!s.empty() && space(s.back())) s.remove_suffix(1);
  return s;
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Takes the line with a chunk's size, in hexadecimal, perhaps with extensions behind a semicolon.
std::optional<std::size_t> take_chunk_size(std::string_view& rest) {
  std::string_view look = rest;
  const std::string_view line = trimmed(take_line(look));
  std::size_t size = 0;
  const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (fault != std::errc() || (end != line.data() + line.size() && *end != ';' && *end != ' ')) return std::nullopt;
  rest = look;
  return size;
}

enum class Unchunked { whole, not_chunked, cut_short };

Unchunked unchunk(std::string_view body, std::string& out) {
  out.clear();
  for (bool first = true;; first = false) {
    const auto size = take_chunk_size(body);
    if (!size) return first ? Unchunked::not_chunked : Unchunked::cut_short;
    if (*size == 0) return Unchunked::whole;
    if (*size > body.size()) {
      out.append(body);
      return Unchunked::cut_short;
    }
    out.append(body.substr(0, *size));
    body.remove_prefix(*size);
    take_line(body);
  }
}

[[noreturn]] void refuse(const std::string& where, const std::string& problem, const char* remedy = "Fetch it again.") {
  throw Error{Fault::input, where, problem, remedy};
}

// gzip (with x-gzip) opens with its magic bytes; the two forms of deflate can not be told from text by theirs, but text
// opens with '<' or white space.
bool looks_packed(std::string_view body) {
  return is_gzip(body) || (!body.empty() && body[0] != '<' && body[0] != ' ' && body[0] != '\n' && body[0] != '\r');
}

std::string unpacked(std::string body, const std::string& coding, std::size_t limit, const std::string& where) {
  if (coding.empty() || coding == "identity") return body;
  if (coding != "gzip" && coding != "x-gzip" && coding != "deflate") {
    if (body.starts_with('<')) return body;
    refuse(where, "the page is packed with \"" + coding + "\", which is not read",
           "Have the crawler ask for gzip (Accept-Encoding: gzip).");
  }
  if (!looks_packed(body)) return body;
  std::string out;
  switch (inflate_body(body, out, limit)) {
    case Inflated::whole:
      return out;
    case Inflated::cut_short:
      refuse(where, "the page's compressed data are cut short");
    case Inflated::damaged:
      refuse(where, "the page's compressed data are damaged");
    case Inflated::too_long:
      refuse(where, "the page unpacks to more than " + std::to_string(limit >> 20) + " MiB",
             "Save what is wanted of it as text.");
  }
  return out;
}

}  // namespace

std::string_view HttpResponse::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

std::vector<std::pair<std::string, std::string>> take_headers(std::string_view& rest) {
  std::vector<std::pair<std::string, std::string>> headers;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    if ((line[0] == ' ' || line[0] == '\t') && !headers.empty()) {
      headers.back().second += " " + std::string(trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    headers.emplace_back(ascii_lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  }
  return headers;
}

std::optional<HttpResponse> parse_http_response(std::string_view message) {
  HttpResponse response;
  const std::string_view line = take_line(message);
  const std::size_t space = line.find(' ');
  if (!line.starts_with("HTTP/") || space == line.npos) return std::nullopt;
  const std::string_view code = trimmed(line.substr(space));
  const auto [end, fault] =
      std::from_chars(code.data(), code.data() + std::min<std::size_t>(code.size(), 3), response.status);
  if (fault != std::errc()) return std::nullopt;
  response.headers = take_headers(message);
  response.body = message;
  return response;
}

std::string decoded_body(const HttpResponse& response, std::size_t limit, const std::string& where) {
  std::string body(response.body);
  if (ascii_lower(response.header("transfer-encoding")).find("chunked") != std::string::npos) {
    std::string joined;
    const Unchunked got = unchunk(response.body, joined);
    if (got == Unchunked::cut_short) refuse(where, "the page's chunks are cut short");
    if (got == Unchunked::whole) body = std::move(joined);
  }
  // Codings are listed in the order in which they were applied.
  std::string codings = ascii_lower(response.header("content-encoding"));
  while (!codings.empty()) {
    const std::size_t comma = codings.rfind(',');
    const std::string last(trimmed(comma == codings.npos ? codings : codings.substr(comma + 1)));
    codings.resize(comma == codings.npos ? 0 : comma);
    body = unpacked(std::move(body), last, limit, where);
  }
  return body;
}

std::string media_type(std::string_view content_type) {
  return ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string media_charset(std::string_view content_type) {
  const std::string lower = ascii_lower(content_type);
  const std::size_t at = lower.find("charset=");
  if (at == lower.npos) return {};
  std::string_view value = std::string_view(lower).substr(at + 8);
  while (value.starts_with('"') || value.starts_with('\'') || value.starts_with(' ')) value.remove_prefix(1);
  return std::string(value.substr(0, std::min(value.find_first_of("\"'; ,"), value.size())));
}

}  // namespace annals
