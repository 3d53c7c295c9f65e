// Telling kinds of files apart, and handing out their stories one by one.
#include "story/story_source.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "annals/error.h"
#include "base/utf8.h"

namespace annals {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSpace = " \t\r\n\f\v";
constexpr std::size_t kSample = 64 << 10;      // bytes that decide whether a file is text
constexpr std::size_t kMaxPercentBinary = 10;  // text in another encoding than UTF-8 is refused, too

std::string_view trim_front(std::string_view s, std::string_view drop = kSpace) {
  return s.substr(std::min(s.find_first_not_of(drop), s.size()));
}

bool is_blank(std::string_view s) { return trim_front(s).empty(); }

enum class Kind { empty, json_lines, json_array, json_spread, utf16, plain };

Kind kind_of(std::string_view head) {
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return Kind::utf16;
  head = trim_front(head);
  if (head.empty()) return Kind::empty;
  const std::string_view same_line = trim_front(head.substr(1), " \t");
  const std::string_view inside = trim_front(head.substr(1));
  if (head.front() == '{') {
    if (same_line.starts_with('"') || same_line.starts_with('}')) return Kind::json_lines;
    if (inside.starts_with('"')) return Kind::json_spread;
  }
  if (head.front() == '[' && inside.starts_with('{')) return Kind::json_array;
  return Kind::plain;
}

[[noreturn]] void refuse(const std::string& where, const std::string& problem, const std::string& remedy) {
  throw Error{Fault::input, where, problem, remedy};
}

[[noreturn]] void refuse_size(const std::string& where, const char* what) {
  refuse(where, std::string(what) + " is longer than " + std::to_string(kMaxStoryBytes >> 20) + " MiB",
         "Split it into stories.");
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

Kind kind_of(InputFile& file) {
  for (std::size_t count = 64;; count *= 2) {
    const std::string_view head = file.peek(count);
    const Kind kind = kind_of(head.starts_with(kByteOrderMark) ? head.substr(kByteOrderMark.size()) : head);
    if (kind != Kind::empty || head.size() < count) return kind;
  }
}

// Throws where the file's kind is one that is not read.
void check_kind(Kind kind, const std::string& name) {
  if (kind == Kind::empty) refuse(name, "there is nothing in it", "Leave it out, or give it a story.");
  if (kind == Kind::utf16) refuse(name, "this is UTF-16", "Convert it with `iconv -f UTF-16 -t UTF-8`.");
  if (kind == Kind::json_array)
    refuse(name, "this is a JSON array", "Write one object a line, as `jq -c .[] FILE` does.");
  if (kind == Kind::json_spread) {
    refuse(name, "this JSON object runs over several lines", "Write one object a line, as `jq -c . FILE` does.");
  }
}

}  // namespace

StorySource::StorySource(std::vector<std::string> paths, std::optional<std::chrono::sys_days> published)
    : paths_(std::move(paths)), published_(published) {}

std::optional<Story> StorySource::next() {
  while (file_ || next_path_ < paths_.size()) {
    try {
      if (!file_) open(paths_[next_path_++]);
      std::optional<Story> story = json_lines_ ? next_line_story() : plain_story();
      if (!story || !json_lines_) file_.reset();
      if (!story) continue;
      if (published_) story->published = published_;
      return story;
    } catch (...) {
      if (!line_refused_) file_.reset();  // the file itself is at fault
      throw;
    }
  }
  return std::nullopt;
}

void StorySource::open(const std::string& path) {
  file_.emplace(path);
  line_refused_ = false;
  line_number_ = 0;
  stem_ = path == "-" ? "stdin" : std::filesystem::path(path).stem().string();
  const Kind kind = kind_of(*file_);
  json_lines_ = kind == Kind::json_lines;
  if (json_lines_ || kind == Kind::empty) ++files_read_;
  check_kind(kind, file_->name());
  if (file_->peek(kByteOrderMark.size()) == kByteOrderMark) file_->skip(kByteOrderMark.size());
}

std::optional<Story> StorySource::next_line_story() {
  do {
    line_refused_ = false;  // a fault of reading ends the file
    const InputFile::Line got = file_->next_line(line_, kMaxStoryBytes);
    if (got == InputFile::Line::end) return std::nullopt;
    ++line_number_;
    line_refused_ = true;  // a fault from here on costs only this line
    if (got == InputFile::Line::too_long) refuse_size(where(), "the line");
  } while (is_blank(line_));
  Story story = parser_.parse(line_, where());
  story.origin = where();
  if (story.id.empty()) {
    story.id = stem_ + ":" + std::to_string(line_number_);
    story.id_source = IdSource::place;
  }
  return story;
}

Story StorySource::plain_story() {
  std::string bytes;
  if (!file_->read_rest(bytes, kMaxStoryBytes)) refuse_size(file_->name(), "the text");
  const std::size_t odd = percent_binary(bytes);
  if (odd > kMaxPercentBinary) {
    refuse(file_->name(),
           "this is not UTF-8 text (" + std::to_string(odd) + " % of its bytes are control characters or malformed)",
           "Convert it to text first; `iconv -f LATIN1 -t UTF-8` does so for text in another encoding.");
  }
  ++files_read_;
  Repaired repaired = repair(std::move(bytes));
  Story story;
  story.id = stem_;
  story.id_source = file_->name() == "standard input" ? IdSource::place : IdSource::file;
  story.origin = file_->name();
  story.text = std::move(repaired.text);
  story.repairs = std::move(repaired.repairs);
  return story;
}

std::string StorySource::where() const { return file_->name() + ":" + std::to_string(line_number_); }

}  // namespace annals
