// Each kind of record to its JSON members.
#include "output/json_lines.h"

#include "base/iso_date.h"
#include "output/json_writer.h"

namespace annals {
namespace {

struct RecordWriter {
  JsonWriter json;
  const CodePointIndex& index;

  // Members that are left out where there is nothing to say.
  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) json.key(key).value(value);
  }
  template <typename T>
  void number(std::string_view key, const std::optional<T>& value) {
    if (value) json.key(key).value(*value);
  }

  void members(const Words& words) {
    json.key("start").value(index.at(words.begin));
    json.key("end").value(index.at(words.end));
    json.key("text").value(words.text);
  }
  void words(std::string_view key, const Words& words) {
    json.key(key);
    json.begin_object();
    members(words);
    json.end_object();
  }

  void value(const Actor& actor) {
    json.begin_object();
    if (actor.words) members(*actor.words);
    text("name", actor.name);
    text("country", actor.country);
    text("sector", actor.sector);
    json.end_object();
  }
  void value(const Place& place) {
    json.begin_object();
    if (place.words) members(*place.words);
    text("name", place.name);
    text("country", place.country);
    number("geonames", place.geonames);
    number("lat", place.latitude);
    number("lon", place.longitude);
    json.end_object();
  }
  // Here `start` and `end` are the dates; LEDGER.md gives the words without their place.
  void value(const When& when) {
    std::string date;  // within the small-string size
    json.begin_object();
    if (when.words) json.key("text").value(when.words->text);
    append_iso_date(date, when.first);
    json.key("start").value(date);
    date.clear();
    append_iso_date(date, when.last);
    json.key("end").value(date);
    json.end_object();
  }
  void value(const Why& why) {
    json.begin_object();
    text("entry", why.entry);
    text("rule", why.rule);
    if (!why.words.empty()) {
      json.key("words");
      json.begin_array();
      for (const Words& w : why.words) {
        json.begin_object();
        members(w);
        json.end_object();
      }
      json.end_array();
    }
    json.end_object();
  }

  template <typename T>
  void optional(std::string_view key, const std::optional<T>& held) {
    if (!held) return;
    json.key(key);
    value(*held);
  }
  void list(std::string_view key, const std::vector<Actor>& actors) {
    if (actors.empty()) return;
    json.key(key);
    json.begin_array();
    for (const Actor& actor : actors) value(actor);
    json.end_array();
  }
  void list(std::string_view key, const std::vector<std::string>& strings) {
    if (strings.empty()) return;
    json.key(key);
    json.begin_array();
    for (const std::string& s : strings) json.value(s);
    json.end_array();
  }

  void members(const Event& r) {
    json.key("type");
    r.type.empty() ? json.null() : json.value(r.type);
    text("mode", r.mode);
    text("cameo", r.cameo);
    list("context", r.context);
    words("trigger", r.trigger);
    list("actor", r.actor);
    list("recipient", r.recipient);
    number("killed", r.killed);
    number("injured", r.injured);
    number("size", r.size);
  }
  void members(const Statement& r) {
    optional("speaker", r.speaker);
    words("content", r.content);
    text("form", name_of(r.form));
    if (r.cue) words("cue", *r.cue);
    list("addressee", r.addressee);
  }
  void members(const Figure& r) {
    text("of", r.of);
    number("low", r.low);
    number("high", r.high);
    text("qualifier", name_of(r.qualifier));
    text("unit", r.unit);
    text("per", r.per);
    text("measure", r.measure);
  }
  void members(const Movement& r) {
    list("who", r.who);
    optional("from", r.from);
    optional("to", r.to);
    text("purpose", r.purpose);
  }
  void members(const Talks& r) {
    list("parties", r.parties);
    list("mediator", r.mediator);
    text("subject", r.subject);
    text("status", name_of(r.status));
    text("obstacle", r.obstacle);
  }
  void members(const Role& r) {
    text("person", r.person);
    text("title", r.title);
    optional("of", r.of);
  }

  void line(const Record& record) {
    const RecordCommon& all = common(record);
    json.begin_object();
    json.key("kind").value(kind_name(record));
    json.key("doc").value(all.doc);
    std::visit([this](const auto& r) { members(r); }, record);
    text("factuality", name_of(all.factuality));
    optional("when", all.when);
    optional("where", all.where);
    optional("attributed_to", all.attributed_to);
    words("evidence", all.evidence);
    if (all.why != Why{}) {
      json.key("why");
      value(all.why);
    }
    json.end_object();
  }
};

}  // namespace

void append_json_line(std::string& out, const Record& record, const CodePointIndex& index) {
  RecordWriter{JsonWriter(out), index}.line(record);
  out.push_back('\n');
}

}  // namespace annals
