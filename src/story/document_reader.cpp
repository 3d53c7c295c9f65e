// Dispatch over the kinds of documents.
#include "story/document_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "annals/error.h"
#include "base/utf8.h"
#include "story/charset.h"
#include "story/html_story.h"
#include "story/pdf_story.h"

namespace annals {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";
constexpr std::size_t kSample = 64 << 10;  // bytes that decide whether a file is text
constexpr std::size_t kMaxPercentBinary = 10;

[[noreturn]] void refuse(const std::string& where, const std::string& problem, const std::string& remedy) {
  throw Error{Fault::input, where, problem, remedy};
}

void check_kind(MediaKind kind, const std::string& where) {
  if (kind == MediaKind::empty) refuse(where, "there is nothing in it", "Leave it out, or give it a story.");
  if (kind == MediaKind::json_array) {
    refuse(where, "this is a JSON array", "Write one object a line, as `jq -c .[] FILE` does.");
  }
  if (kind == MediaKind::json_spread) {
    refuse(where, "this JSON object runs over several lines", "Write one object a line, as `jq -c . FILE` does.");
  }
  if (kind == MediaKind::other_xml) {
    refuse(where, "this is XML, but neither a feed (RSS, Atom) nor a page", "Convert it to JSON Lines or to text.");
  }
}

// The share, in percent, of bytes that text does not hold: control characters other than white space, malformed UTF-8.
std::size_t percent_binary(std::string_view text) {
  const std::string_view sample = text.substr(0, kSample);
  std::size_t odd = 0;
  for (std::size_t i = 0; i < sample.size();) {
    const auto c = static_cast<unsigned char>(sample[i]);
    const std::size_t length = sequence_length(text.substr(i));
    const bool control = (c < 0x20 && kSpace.find(sample[i]) == kSpace.npos) || c == 0x7F;
    odd += control || length == 0;
    i += std::max<std::size_t>(length, 1);
  }
  return odd * 100 / std::max<std::size_t>(sample.size(), 1);
}

// Text, told from pictures and programs before its character set is guessed: they have control characters in any.
std::string plain_text(Document& document) {
  const bool wide = byte_order_mark_charset(document.bytes).starts_with("utf-");
  std::size_t odd = wide ? 0 : percent_binary(document.bytes);
  std::size_t controls = 0;
  const std::string_view sample = std::string_view(document.bytes).substr(0, kSample);
  for (const char c : sample) controls += static_cast<unsigned char>(c) < 0x20 && kSpace.find(c) == kSpace.npos;
  std::string text;
  if (wide || controls * 100 <= sample.size()) {
    text = to_utf8(std::move(document.bytes), document.charset);
    odd = percent_binary(text);
  }
  if (odd > kMaxPercentBinary) {
    refuse(document.where,
           "this is no text (" + std::to_string(odd) + " % of its bytes are control characters or malformed)",
           "Convert it to text first.");
  }
  return text;
}

Story repaired(Repaired text) {
  Story story;
  story.text = std::move(text.text);
  story.repairs = std::move(text.repairs);
  return story;
}

Story page(Document& document, const PageWords& words) {
  std::string charset = document.charset;
  if (charset.empty()) charset = declared_charset(document.bytes);
  const std::string html = repair(to_utf8(std::move(document.bytes), charset)).text;
  return read_html(html, words, document.where, document.url);
}

std::string feed_xml(Document& document) {
  std::string charset = document.charset;
  if (charset.empty()) charset = declared_charset(document.bytes);
  return to_utf8(std::move(document.bytes), charset);
}

}  // namespace

DocumentReader::DocumentReader(Document document, const PageWords& words) {
  check_kind(document.kind, document.where);
  if (document.kind == MediaKind::feed) {
    feed_.emplace(feed_xml(document), document.where, document.id, words);
    return;
  }
  if (document.kind == MediaKind::html) {
    story_ = page(document, words);
  } else if (document.kind == MediaKind::pdf) {
    story_ = read_pdf(document.bytes, document.where);
  } else {
    story_ = repaired(repair(plain_text(document)));
  }
  if (story_->url.empty()) story_->url = document.url;
  story_->origin = document.where;
  if (story_->id.empty()) {
    story_->id = document.id;
    story_->id_source = document.id_source;
  }
}

std::optional<Story> DocumentReader::next() {
  if (feed_) return feed_->next();
  return std::exchange(story_, std::nullopt);
}

}  // namespace annals
