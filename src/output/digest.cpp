// One line of plain words for each kind of record.
#include "output/digest.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "base/iso_date.h"
#include "output/terminal.h"

namespace annals {
namespace {

void add(std::string& line, std::string_view before, std::string_view text, std::string_view after = "") {
  if (text.empty()) return;
  line.append(before).append(one_line(text)).append(after);
}

// 1234567.5 as "1,234,567.5".
std::string number(double value) {
  char digits[512];  // the largest double has 309
  const auto end = std::to_chars(digits, digits + sizeof(digits), value, std::chars_format::fixed).ptr;
  std::string out(digits, end);
  std::size_t point = std::min(out.find('.'), out.size());
  const std::size_t first = out.starts_with('-') ? 1 : 0;
  while (point > first + 3) out.insert(point -= 3, 1, ',');
  return out;
}

std::string with_country(const Actor& actor) {
  std::string out = one_line(actor.name);
  add(out, " (", actor.country, ")");
  return out;
}

std::string names(const std::vector<Actor>& actors) {
  std::string out;
  for (const Actor& actor : actors) {
    if (!out.empty()) out += ", ";
    out += with_country(actor);
  }
  return out;
}

std::string name(const std::optional<Place>& place) { return place ? place->name : std::string(); }

// "under_way" as "under way".
std::string spaced(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

// A day, a calendar month or a year, or the first and last day.
std::string days(const When& when) {
  using namespace std::chrono;
  std::string out;
  append_iso_date(out, when.first);
  if (when.last == when.first) return out;
  const year_month_day first(when.first), last(when.last);
  const bool from_start = first.day() == day{1};
  if (from_start && last == first.year() / first.month() / std::chrono::last) return out.substr(0, out.size() - 3);
  if (from_start && first.month() == January && last == first.year() / December / day{31}) {
    return out.substr(0, out.size() - 6);
  }
  out += "..";
  append_iso_date(out, when.last);
  return out;
}

std::string line(const Event& e) {
  std::string out = e.type;
  add(out, "/", e.mode);
  add(out, " [", e.cameo, "]");
  add(out, out.empty() ? "" : " ", e.trigger.text);
  if (!e.actor.empty() || !e.recipient.empty()) out += ":";
  add(out, " ", names(e.actor));
  add(out, " -> ", names(e.recipient));
  if (e.killed) out += ", " + number(static_cast<double>(*e.killed)) + " killed";
  if (e.injured) out += ", " + number(static_cast<double>(*e.injured)) + " injured";
  if (e.size) out += ", " + number(static_cast<double>(*e.size)) + " strong";
  return out;
}

// The cue stands behind: "according to" and "said" go to different sides of their speaker.
std::string line(const Statement& s) {
  std::string out = s.speaker ? with_country(*s.speaker) : "somebody";
  add(out, ", to ", names(s.addressee));
  const bool direct = s.form == StatementForm::direct;
  add(out, direct ? ": \"" : ": ", s.content.text, direct ? "\"" : "");
  if (s.cue) add(out, " [", s.cue->text, "]");
  return out;
}

std::string line(const Figure& f) {
  std::string out;
  if (f.low && f.high && *f.low != *f.high) {
    if (f.qualifier == Qualifier::about) out = "about ";
    out += number(*f.low) + " to " + number(*f.high);
  } else {
    if (f.qualifier != Qualifier::exact && f.qualifier != Qualifier::between) out = spaced(name_of(f.qualifier)) + " ";
    if (f.low || f.high) out += number(f.low ? *f.low : *f.high);
  }
  const bool counted = f.unit == "count";
  if (!counted) add(out, " ", f.unit);
  add(out, counted ? " " : " of ", f.of);
  add(out, " a ", f.per);
  add(out, " [", f.measure, "]");
  return out;
}

std::string line(const Movement& m) {
  std::string out = names(m.who);
  add(out, " from ", name(m.from));
  add(out, " to ", name(m.to));
  add(out, ": ", m.purpose);
  return out;
}

std::string line(const Talks& t) {
  std::string out = spaced(name_of(t.status));
  if (!t.parties.empty() || !t.subject.empty()) out += ":";
  add(out, " ", names(t.parties));
  add(out, " on ", t.subject);
  if (!t.mediator.empty()) add(out, ", mediated by ", names(t.mediator));
  add(out, ", held up by ", t.obstacle);
  return out;
}

std::string line(const Role& r) {
  std::string out = one_line(r.person);
  add(out, " is ", r.title);
  if (r.of) add(out, " of ", r.of->name);
  return out;
}

void append_record(std::string& out, const Record& record, DigestOptions options) {
  constexpr std::size_t kKindColumn = 11;  // the longest kind, "statement", and two spaces
  const RecordCommon& all = common(record);
  const std::string_view kind = kind_name(record);
  out.append("  ").append(kind).append(kKindColumn - kind.size(), ' ');
  out.append(digest_line(record)).push_back('\n');
  if (options.evidence) out.append(2 + kKindColumn, ' ').append("| ").append(one_line(all.evidence.text)).append("\n");
}

// Kind by kind, and those of a kind as the story has them.
std::vector<const Record*> by_kind(std::span<const Record> records) {
  std::vector<const Record*> out;
  for (const Record& record : records) out.push_back(&record);
  std::stable_sort(out.begin(), out.end(), [](const Record* a, const Record* b) {
    return std::pair(a->index(), common(*a).evidence.begin) < std::pair(b->index(), common(*b).evidence.begin);
  });
  return out;
}

}  // namespace

std::string digest_line(const Record& record) {
  const RecordCommon& all = common(record);
  std::string out = std::visit([](const auto& r) { return line(r); }, record);
  if (all.factuality != Factuality::actual) add(out, " (", name_of(all.factuality), ")");
  if (all.when) add(out, ", ", days(*all.when));
  if (all.where) add(out, ", in ", all.where->name);
  if (all.attributed_to) add(out, ", according to ", all.attributed_to->name);
  return out;
}

void append_digest(std::string& out, const Story& story, std::span<const Record> records, DigestOptions options) {
  out.append("== ").append(one_line(story.id));
  if (story.published) {
    out.append(", ");
    append_iso_date(out, *story.published);
  }
  add(out, ": ", story.title);
  out.push_back('\n');
  if (records.empty()) out.append("  nothing\n");
  for (const Record* record : by_kind(records)) append_record(out, *record, options);
  out.push_back('\n');
}

}  // namespace annals
