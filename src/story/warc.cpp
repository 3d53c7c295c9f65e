// Splitting a web archive into records, and choosing those that may hold a story.
#include "story/warc.h"

#include <algorithm>
#include <charconv>

#include "annals/error.h"
#include "story/http_message.h"

namespace annals {
namespace {

constexpr std::size_t kLongestHeader = 64 << 10;
constexpr std::size_t kLongestBlock = std::size_t{64} << 20;

std::string_view value_of(const std::vector<std::pair<std::string, std::string>>& headers, std::string_view name) {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

// "urn:uuid:..." of "<urn:uuid:...>", as URIs stand in records.
std::string without_brackets(std::string_view s) {
  if (s.starts_with('<')) s.remove_prefix(1);
  if (s.ends_with('>')) s.remove_suffix(1);
  return std::string(s);
}

// Text that is no story: what programs read.
bool is_for_programs(const std::string& type, std::string_view url) {
  for (const char* part : {"javascript", "json", "css", "font", "image/", "video/", "audio/", "text/dns"}) {
    if (type.find(part) != type.npos) return true;
  }
  return url.ends_with("/robots.txt");
}

bool may_hold_story(MediaKind kind, const std::string& type) {
  if (kind == MediaKind::html || kind == MediaKind::feed || kind == MediaKind::pdf) return true;
  return kind == MediaKind::plain && type == "text/plain";
}

}  // namespace

// Finds the next version line and reads the fields behind it; false at the end. Whatever else stands between records,
// as after a wrong length, is passed over.
bool WarcReader::next_record(Headers& headers) {
  for (;;) {
    const InputFile::Line got = file_.next_line(line_, kLongestHeader);
    if (got == InputFile::Line::end) return false;
    if (got == InputFile::Line::read && line_.starts_with("WARC/")) break;
  }
  ++record_;
  std::string fields;
  while (file_.next_line(line_, kLongestHeader) == InputFile::Line::read && !line_.empty()) {
    fields += line_ + "\n";
    if (fields.size() > kLongestHeader) break;
  }
  std::string_view rest = fields;
  headers = take_headers(rest);
  return true;
}

// Reads the record's block, held or passed over; false where the file ends within it.
bool WarcReader::read_block(std::size_t length, bool hold) {
  block_.clear();
  while (length > 0) {
    const std::string_view part = file_.peek(std::min<std::size_t>(length, 64 << 10));
    if (part.empty()) return false;
    const std::size_t count = std::min(part.size(), length);
    if (hold) block_.append(part.substr(0, count));
    length -= count;
    file_.skip(count);
  }
  return true;
}

std::optional<Document> WarcReader::document_of(const Headers& headers) const {
  const std::string type = std::string(value_of(headers, "warc-type"));
  Document document;
  document.where = where();
  document.url = without_brackets(value_of(headers, "warc-target-uri"));
  document.id = document.url.empty() ? without_brackets(value_of(headers, "warc-record-id")) : document.url;
  std::string content_type(value_of(headers, "content-type"));
  if (type == "response") {
    const auto response = parse_http_response(block_);
    if (!response || response->status != 200) return std::nullopt;
    content_type = response->header("content-type");
    if (is_for_programs(media_type(content_type), document.url)) return std::nullopt;
    document.bytes = decoded_body(*response, kLongestBlock, document.where);
  } else {
    document.bytes = block_;
  }
  document.charset = media_charset(content_type);
  document.kind = media_kind(std::string_view(document.bytes).substr(0, 16 << 10));
  const bool wanted = !is_for_programs(media_type(content_type), document.url) &&
                      may_hold_story(document.kind, media_type(content_type));
  return wanted ? std::optional(std::move(document)) : std::nullopt;
}

std::optional<Document> WarcReader::next() {
  Headers headers;
  ended_ = true;  // a fault of the file itself ends it
  while (next_record(headers)) {
    const std::string_view digits = value_of(headers, "content-length");
    std::size_t length = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (fault != std::errc() || digits.empty()) {
      ended_ = false;
      throw Error{Fault::input, where(), "the record has no sound Content-Length", "Fetch the archive again."};
    }
    const std::string_view type = value_of(headers, "warc-type");
    const bool wanted = type == "response" || type == "resource" || type == "conversion";
    if (!read_block(length, wanted && length <= kLongestBlock)) {
      throw Error{Fault::input, where(), "the archive is cut short within this record", "Fetch the archive again."};
    }
    ended_ = false;
    if (wanted && length > kLongestBlock) {
      throw Error{Fault::input, where(), "the record is longer than " + std::to_string(kLongestBlock >> 20) + " MiB",
                  "Extract what is wanted of it as a file of its own."};
    }
    if (wanted) {
      if (auto document = document_of(headers)) return document;
    }
    ended_ = true;
  }
  return std::nullopt;
}

}  // namespace annals
