// Fields from the columns; context by code points.
#include "output/record_context.h"

#include <algorithm>

#include "ledger/story_text.h"
#include "output/digest.h"
#include "output/stored_columns.h"
#include "output/terminal.h"

namespace annals {
namespace {

constexpr std::uint32_t kAround = 240;  // code points on either side

// What the line of the record, its context and its story show already.
bool shown_elsewhere(std::string_view column) {
  for (const std::string_view name : {"id", "doc", "content", "source", "published", "story_title", "url"}) {
    if (column == name) return true;
  }
  return column.starts_with("evidence") || column.ends_with("_start") || column.ends_with("_end") ||
         column.ends_with("_lat") || column.ends_with("_lon");
}

void mark_words(std::vector<bool>& marked, const Words& words, std::uint32_t from) {
  for (std::uint32_t at = words.begin; at < words.end; ++at) {
    if (at >= from && at - from < marked.size()) marked[at - from] = true;
  }
}

// The words that made the record: those that the lexicon and the rule matched, or else the word that names the fact.
std::vector<Words> deciding_words(const Record& record) {
  std::vector<Words> words = common(record).why.words;
  if (!words.empty()) return words;
  if (const auto* event = std::get_if<Event>(&record)) words.push_back(event->trigger);
  if (const auto* statement = std::get_if<Statement>(&record); statement && statement->cue)
    words.push_back(*statement->cue);
  return words;
}

// Moves a cut into the text to the next blank, so that no word is halved.
std::uint32_t blank_after(const StoryText& text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit && text.slice(at, at + 1) != " " && text.slice(at, at + 1) != "\n") ++at;
  return at;
}
std::uint32_t blank_before(const StoryText& text, std::uint32_t at, std::uint32_t limit) {
  while (at > limit && text.slice(at - 1, at) != " " && text.slice(at - 1, at) != "\n") --at;
  return at;
}

// one_line, but for blanks at the ends, which part the pieces of a sentence.
std::string tamed(std::string_view piece) {
  const std::string line = one_line("." + std::string(piece) + ".");
  return line.substr(1, line.size() - 2);
}

std::string with_marks(const StoryText& text, const Words& evidence, const std::vector<bool>& marked, bool color) {
  const std::string_view open = color ? "\x1b[1m" : "[", close = color ? "\x1b[0m" : "]";
  std::string out;
  for (std::size_t at = 0; at < marked.size();) {
    const auto end =
        static_cast<std::size_t>(std::find(marked.begin() + at, marked.end(), !marked[at]) - marked.begin());
    const std::string piece = tamed(text.slice(evidence.begin + at, evidence.begin + end));
    marked[at] ? out.append(open).append(piece).append(close) : out.append(piece);
    at = end;
  }
  return out;
}

}  // namespace

void append_record_fields(std::string& out, const StoredRecord& stored) {
  out.append(name_of(stored.id.kind)).append(": ").append(digest_line(stored.record)).append("\n");
  std::string cell;
  for (const StoredColumn& column : stored_columns(stored.id.kind)) {
    if (shown_elsewhere(column.name) && column.name != "when_start" && column.name != "when_end") continue;
    cell.clear();
    column.append(cell, stored);
    if (cell.empty()) continue;
    out.append("  ")
        .append(column.name)
        .append(std::max<std::size_t>(column.name.size(), 22) - column.name.size() + 1, ' ');
    out.append(one_line(cell)).append("\n");
  }
}

void append_record_context(std::string& out, const StoredRecord& stored, std::string_view story, bool color) {
  StoryText text;
  text.reset(std::string(story));
  const Words& evidence = common(stored.record).evidence;
  const std::uint32_t first =
      evidence.begin > kAround ? blank_after(text, evidence.begin - kAround, evidence.begin) : 0;
  const std::uint32_t last =
      text.size() - evidence.end > kAround ? blank_before(text, evidence.end + kAround, evidence.end) : text.size();
  std::vector<bool> marked(evidence.end - evidence.begin);
  for (const Words& words : deciding_words(stored.record)) mark_words(marked, words, evidence.begin);

  const std::string sentence = with_marks(text, evidence, marked, color);
  const std::string before = one_line(text.slice(first, evidence.begin)),
                    after = one_line(text.slice(evidence.end, last));
  out += "\nSentence\n";
  if (!before.empty()) out += std::string("  ") + (first > 0 ? "… " : "") + before + "\n";
  out += "> " + sentence + "\n";
  if (!after.empty()) out += "  " + after + (last < text.size() ? " …" : "") + "\n";
}

}  // namespace annals
