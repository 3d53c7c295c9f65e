// The columns of each kind, and what of a record stands in them.
#include "output/record_table.h"

#include <charconv>

#include "base/iso_date.h"

namespace annals {
namespace {

std::string number(double value) {
  char digits[64];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value, std::chars_format::fixed).ptr;
  std::string text(digits, end);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = point; at > first + 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string spaced(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c == '_' ? ' ' : c;
  return out;
}

std::string day(const std::optional<std::chrono::sys_days>& held) {
  std::string out;
  if (held) append_iso_date(out, *held);
  return out;
}

std::string names(const std::vector<Actor>& actors) {
  std::string out;
  for (const Actor& actor : actors) out.append(out.empty() ? "" : ", ").append(actor.name);
  return out;
}

std::string place(const std::optional<Place>& held) { return held ? held->name : std::string(); }
std::string actor(const std::optional<Actor>& held) { return held ? held->name : std::string(); }

// An act that did not happen, or not yet, says so beside its name.
std::string type(const Event& e) {
  std::string out = e.type.empty() ? e.trigger.text : e.type;
  if (!e.mode.empty()) out += "/" + e.mode;
  if (e.factuality != Factuality::actual) out.append(" (").append(name_of(e.factuality)).append(")");
  return out;
}

std::vector<std::string> own_cells(const Event& e) {
  return {type(e), names(e.actor), names(e.recipient), place(e.where), e.evidence.text};
}
std::vector<std::string> own_cells(const Statement& s) {
  return {actor(s.speaker), names(s.addressee), s.content.text};
}
std::vector<std::string> own_cells(const Figure& f) {
  return {figure_text(f), f.of, f.measure, place(f.where), actor(f.attributed_to)};
}
std::vector<std::string> own_cells(const Movement& m) { return {names(m.who), place(m.from), place(m.to), m.purpose}; }
std::vector<std::string> own_cells(const Talks& t) {
  return {spaced(name_of(t.status)), names(t.parties), names(t.mediator), t.subject, t.obstacle};
}
std::vector<std::string> own_cells(const Role& r) { return {r.person, r.title, actor(r.of)}; }

}  // namespace

std::string figure_text(const Figure& f) {
  std::string out;
  if (f.low && f.high && *f.low != *f.high) {
    out = number(*f.low) + " to " + number(*f.high);
  } else {
    if (f.qualifier != Qualifier::exact && f.qualifier != Qualifier::between) out = spaced(name_of(f.qualifier)) + " ";
    if (f.low || f.high) out += number(f.low ? *f.low : *f.high);
  }
  if (f.unit != "count" && !f.unit.empty()) out += " " + f.unit;
  if (!f.per.empty()) out += " a " + f.per;
  return out;
}

std::vector<TextColumn> table_columns(RecordKind kind) {
  std::vector<TextColumn> columns = {{"ID"}, {"DAY"}};
  const auto add = [&](std::initializer_list<TextColumn> more) { columns.insert(columns.end(), more); };
  switch (kind) {
    case RecordKind::event:
      add({{"TYPE"}, {"ACTOR"}, {"RECIPIENT"}, {"WHERE"}, {"SENTENCE"}});
      break;
    case RecordKind::statement:
      add({{"SPEAKER"}, {"TO"}, {"CONTENT"}});
      break;
    case RecordKind::figure:
      add({{"FIGURE", Align::right}, {"OF"}, {"MEASURE"}, {"WHERE"}, {"SAID BY"}});
      break;
    case RecordKind::movement:
      add({{"WHO"}, {"FROM"}, {"TO"}, {"PURPOSE"}});
      break;
    case RecordKind::talks:
      add({{"STATUS"}, {"PARTIES"}, {"MEDIATOR"}, {"SUBJECT"}, {"OBSTACLE"}});
      break;
    case RecordKind::role:
      add({{"PERSON"}, {"TITLE"}, {"OF"}});
      break;
  }
  return columns;
}

std::vector<std::string> table_cells(const StoredRecord& stored) {
  std::vector<std::string> cells = {to_string(stored.id), day(stored.day)};
  const auto own = std::visit([](const auto& record) { return own_cells(record); }, stored.record);
  cells.insert(cells.end(), own.begin(), own.end());
  return cells;
}

std::vector<TextColumn> story_table_columns() {
  return {{"STORY"}, {"DAY"}, {"SOURCE"}, {"RECORDS", Align::right}, {"TITLE"}};
}

std::vector<std::string> story_table_cells(const StoredStory& story) {
  std::int64_t records = 0;
  for (const std::int64_t count : story.records) records += count;
  return {story.head.doc, day(story.head.published), story.head.source, std::to_string(records), story.head.title};
}

}  // namespace annals
