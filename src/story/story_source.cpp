// Handing out stories one by one, and going on behind what is refused.
#include "story/story_source.h"

#include <string_view>
#include <utility>

#include "annals/error.h"
#include "story/dateline.h"
#include "story/language_guess.h"

namespace annals {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSpace = " \t\r\n\f\v";

bool is_blank(std::string_view s) { return s.find_first_not_of(kSpace) == s.npos; }

[[noreturn]] void refuse_size(const std::string& where, const char* what) {
  throw Error{Fault::input, where,
              std::string(what) + " is longer than " + std::to_string(kMaxStoryBytes >> 20) + " MiB",
              "Split it into stories."};
}

}  // namespace

std::size_t PassedOver::in_other_languages() const {
  std::size_t sum = 0;
  for (const auto& [language, count] : other_languages) sum += count;
  return sum;
}

StorySource::StorySource(std::vector<std::string> paths, StorySourceOptions options)
    : walk_(std::move(paths)), options_(options) {}

StorySource::StorySource(std::vector<std::string> paths, std::optional<std::chrono::sys_days> published)
    : StorySource(std::move(paths), StorySourceOptions{published}) {}

std::optional<Story> StorySource::next() {
  for (;;) {
    std::optional<Story> story;
    try {
      const bool any = document_ || !std::holds_alternative<std::monostate>(open_);
      if (!any && !open_next()) return std::nullopt;
      story = next_of_open();
    } catch (...) {
      if (!goes_on()) open_ = std::monostate();
      throw;
    }
    if (!story || !wanted(*story)) continue;
    if (options_.published) story->published = options_.published;
    story->dateline = find_dateline(story->text, *options_.page_words);
    return story;
  }
}

// Whether what threw goes on behind the fault.
bool StorySource::goes_on() const {
  if (const auto* lines = std::get_if<Lines>(&open_)) return lines->refused;
  if (const auto* archive = std::get_if<WarcReader>(&open_)) return archive->more();
  return false;
}

bool StorySource::open_next() {
  std::optional<InputFile> file = walk_.next();
  if (!file) return false;
  const MediaKind kind = media_kind(*file);
  if (kind == MediaKind::json_lines) {
    if (file->peek(kByteOrderMark.size()) == kByteOrderMark) file->skip(kByteOrderMark.size());
    open_ = Lines{std::move(*file)};
    ++files_read_;
  } else if (kind == MediaKind::warc) {
    open_ = WarcReader(std::move(*file));
    ++files_read_;
  } else {
    open_document(std::move(*file), kind);
  }
  return true;
}

void StorySource::open_document(InputFile file, MediaKind kind) {
  if (kind == MediaKind::empty) ++files_read_;
  const std::string name = file.name();
  Document document;
  document.kind = kind;
  document.where = file.name();
  document.id = file.stem();
  document.id_source = file.name() == "standard input" ? IdSource::place : IdSource::file;
  if (!file.read_rest(document.bytes, kMaxStoryBytes)) refuse_size(file.name(), "the text");
  document_.emplace(std::move(document), *options_.page_words);
  if (kind == MediaKind::html && !document_->has_text()) {
    document_.reset();
    throw Error{Fault::input, name, "there is no story in this page", "If there is one, save its text as plain text."};
  }
  if (kind != MediaKind::empty) ++files_read_;
}

// The next story of what is open; nothing where it has ended or has only moved on.
std::optional<Story> StorySource::next_of_open() {
  if (document_) {
    try {
      if (auto story = document_->next()) return story;
    } catch (...) {
      if (!document_->more()) document_.reset();
      throw;
    }
    document_.reset();
    return std::nullopt;
  }
  if (auto* archive = std::get_if<WarcReader>(&open_)) {
    if (auto document = archive->next()) {
      document_.emplace(std::move(*document), *options_.page_words);
    } else {
      open_ = std::monostate();
    }
    return std::nullopt;
  }
  if (auto* lines = std::get_if<Lines>(&open_)) {
    if (auto story = next_line(*lines)) return story;
    open_ = std::monostate();
  }
  return std::nullopt;
}

std::optional<Story> StorySource::next_line(Lines& lines) {
  do {
    lines.refused = false;  // a fault of reading ends the file
    const InputFile::Line got = lines.file.next_line(line_, kMaxStoryBytes);
    if (got == InputFile::Line::end) return std::nullopt;
    ++lines.number;
    lines.refused = true;  // a fault from here on costs only this line
    if (got == InputFile::Line::too_long) refuse_size(lines.where(), "the line");
  } while (is_blank(line_));
  Story story = parser_.parse(line_, lines.where());
  story.origin = lines.where();
  if (story.id.empty()) {
    story.id = lines.file.stem() + ":" + std::to_string(lines.number);
    story.id_source = IdSource::place;
  }
  return story;
}

// Whether a story is to be handed out; counts it where it is not. Lines of JSON are what their maker chose: an empty
// text is handed out.
bool StorySource::wanted(const Story& story) {
  if (story.text.empty() && document_) {
    ++passed_over_.without_text;
    return false;
  }
  if (options_.any_language) return true;
  const std::string language = other_language(story.text);
  if (!language.empty()) ++passed_over_.other_languages[language];
  return language.empty();
}

}  // namespace annals
