// One line of plain words for each kind of record.
#include "output/digest.h"

#include <charconv>

#include "base/iso_date.h"
#include "output/terminal.h"

namespace annals {
namespace {

void add(std::string& line, std::string_view before, std::string_view text, std::string_view after = "") {
  if (text.empty()) return;
  line.append(before).append(one_line(text)).append(after);
}

std::string number(double value) {
  char digits[64];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value, std::chars_format::fixed).ptr;
  return {digits, end};
}

std::string names(const std::vector<Actor>& actors) {
  std::string out;
  for (const Actor& actor : actors) {
    if (!out.empty()) out += ", ";
    out += one_line(actor.name);
    add(out, " (", actor.country, ")");
  }
  return out;
}

std::string name(const std::optional<Place>& place) { return place ? place->name : std::string(); }

std::string days(const When& when) {
  std::string out;
  append_iso_date(out, when.first);
  if (when.last == when.first) return out;
  out += "..";
  append_iso_date(out, when.last);
  return out;
}

std::string line(const Event& e) {
  std::string out = e.type;
  add(out, "/", e.mode);
  add(out, " [", e.cameo, "]");
  add(out, out.empty() ? "" : " ", e.trigger.text, ":");
  add(out, " ", names(e.actor));
  add(out, " -> ", names(e.recipient));
  if (e.killed) out += ", " + std::to_string(*e.killed) + " killed";
  if (e.injured) out += ", " + std::to_string(*e.injured) + " injured";
  if (e.size) out += ", " + std::to_string(*e.size) + " strong";
  return out;
}

std::string line(const Statement& s) {
  std::string out = s.speaker ? one_line(s.speaker->name) : "somebody";
  if (s.cue) add(out, " ", s.cue->text);
  if (!s.addressee.empty()) add(out, " to ", names(s.addressee));
  add(out, s.form == StatementForm::direct ? ": \"" : ": ", s.content.text,
      s.form == StatementForm::direct ? "\"" : "");
  return out;
}

std::string line(const Figure& f) {
  std::string out;
  if (f.low && f.high && *f.low != *f.high) {
    out = number(*f.low) + " to " + number(*f.high);
  } else {
    std::string words(name_of(f.qualifier));
    for (char& c : words) c = c == '_' ? ' ' : c;
    if (f.qualifier != Qualifier::exact && f.qualifier != Qualifier::between) out = words + " ";
    if (f.low || f.high) out += number(f.low ? *f.low : *f.high);
  }
  if (f.unit != "count") add(out, " ", f.unit);
  add(out, " ", f.of);
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
  std::string status(name_of(t.status));
  for (char& c : status) c = c == '_' ? ' ' : c;
  std::string out = names(t.parties);
  add(out, " on ", t.subject);
  add(out, ": ", status);
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

}  // namespace

std::string digest_line(const Record& record) {
  const RecordCommon& all = common(record);
  std::string out = std::visit([](const auto& r) { return line(r); }, record);
  if (all.factuality != Factuality::actual) add(out, " (", name_of(all.factuality), ")");
  if (all.when) add(out, ", ", days(*all.when));
  if (all.where) add(out, ", in ", all.where->name);
  if (all.attributed_to) add(out, ", says ", all.attributed_to->name);
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
  for (const Record& record : records) append_record(out, record, options);
  out.push_back('\n');
}

}  // namespace annals
