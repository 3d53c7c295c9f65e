// Lines of JSON to sentences in which an actor and a recipient are marked.
#include "story/marked_sentence.h"

#include <nlohmann/json.hpp>

#include "annals/error.h"
#include "base/utf8.h"

namespace annals {
namespace {

using nlohmann::json;

constexpr const char* kRemedy =
    "Write one object a line, as {\"id\": \"1\", \"text\": \"A met B.\", \"actor\": {\"text\": \"A\", \"start\": 0, "
    "\"end\": 1}, \"recipient\": {\"text\": \"B\", \"start\": 6, \"end\": 7}}.";

[[noreturn]] void refuse(const std::string& where, const std::string& problem) {
  throw Error{Fault::input, where, problem, kRemedy};
}

// The byte at which code point `wanted` starts, the end of the text included.
std::optional<std::uint32_t> byte_of(const std::string& text, std::uint64_t wanted) {
  std::size_t at = 0;
  for (std::uint64_t point = 0; point < wanted; ++point) {
    if (at == text.size()) return std::nullopt;
    at += sequence_length(std::string_view(text).substr(at));
  }
  return static_cast<std::uint32_t>(at);
}

std::optional<ByteSpan> marked_by_offsets(const std::string& text, const json& phrase) {
  const auto start = phrase.find("start"), end = phrase.find("end");
  if (start == phrase.end() || end == phrase.end()) return std::nullopt;
  if (!start->is_number_unsigned() || !end->is_number_unsigned()) return std::nullopt;
  const auto first = byte_of(text, start->get<std::uint64_t>());
  const auto last = byte_of(text, end->get<std::uint64_t>());
  if (!first || !last || *first >= *last) return std::nullopt;
  return ByteSpan{*first, *last};
}

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
}

// The first place of `words` that neither begins nor ends within a word.
std::optional<ByteSpan> place_of(const std::string& text, const std::string& words) {
  if (words.empty()) return std::nullopt;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if (at > 0 && is_word_byte(text[at - 1]) && is_word_byte(text[at])) continue;
    if (end < text.size() && is_word_byte(text[end]) && is_word_byte(text[end - 1])) continue;
    return ByteSpan{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  }
  return std::nullopt;
}

std::optional<ByteSpan> marked(const std::string& text, const json& line, const char* side, const std::string& where) {
  const auto phrase = line.find(side);
  if (phrase == line.end() || phrase->is_null()) return std::nullopt;
  if (!phrase->is_object()) refuse(where, std::string("\"") + side + "\" is not an object");
  if (const auto span = marked_by_offsets(text, *phrase)) return span;
  const auto words = phrase->find("text");
  if (words == phrase->end() || !words->is_string()) return std::nullopt;
  return place_of(text, repair(words->get<std::string>()).text);
}

}  // namespace

MarkedSentence parse_marked_sentence(const std::string& line, const std::string& where) {
  const json object = json::parse(repair(line).text, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) refuse(where, "this is not a JSON object");
  MarkedSentence sentence;
  if (const auto id = object.find("id"); id != object.end()) {
    if (id->is_string()) sentence.id = id->get<std::string>();
    if (id->is_number_integer()) sentence.id = id->dump();
  }
  const auto text = object.find("text");
  if (text == object.end() || !text->is_string()) refuse(where, "the object has no \"text\"");
  sentence.text = repair(text->get<std::string>()).text;
  sentence.actor = marked(sentence.text, object, "actor", where);
  sentence.recipient = marked(sentence.text, object, "recipient", where);
  return sentence;
}

std::optional<MarkedSentence> MarkedSentenceSource::next() {
  while (file_ || next_path_ < paths_.size()) {
    line_refused_ = false;
    try {
      if (!file_) {
        file_.emplace(paths_[next_path_++]);
        line_number_ = 0;
        if (file_->peek(1).empty()) {
          throw Error{Fault::input, file_->name(), "there is nothing in it", "Leave it out, or give it a sentence."};
        }
        ++files_read_;
      }
      if (auto sentence = next_line()) return sentence;
      file_.reset();
    } catch (const Error&) {
      if (!line_refused_) file_.reset();  // the file itself is at fault
      throw;
    }
  }
  return std::nullopt;
}

std::optional<MarkedSentence> MarkedSentenceSource::next_line() {
  do {
    line_refused_ = false;
    const InputFile::Line got = file_->next_line(line_, kMaxStoryBytes);
    if (got == InputFile::Line::end) return std::nullopt;
    ++line_number_;
    line_refused_ = true;  // a fault from here on costs only this line
    const std::string where = file_->name() + ":" + std::to_string(line_number_);
    if (got == InputFile::Line::too_long) refuse(where, "the line is too long");
    if (line_.find_first_not_of(" \t\r\f\v") == line_.npos) continue;
    MarkedSentence sentence = parse_marked_sentence(line_, where);
    if (sentence.id.empty()) sentence.id = where;
    return sentence;
  } while (true);
}

}  // namespace annals
