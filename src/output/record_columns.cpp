// The columns of the six tables. An actor that may stand in a list has its columns for the first, the main one, and
// two for all of them.
#include "output/record_columns.h"

#include <array>
#include <type_traits>
#include <vector>

#include "base/iso_date.h"
#include "output/json_writer.h"

namespace annals {
namespace {

using Columns = std::vector<Column>;

// The value of a member, whatever kind of record has it.
template <typename Kind, typename T>
const T& held_by(const Record& record, T Kind::*member) {
  if constexpr (std::is_same_v<Kind, RecordCommon>) {
    return common(record).*member;
  } else {
    return std::get<Kind>(record).*member;
  }
}

// What a cell is about: the first of a list, what an optional holds, or the value itself. Null where there is none.
template <typename T>
const T* main_one(const std::vector<T>& list) {
  return list.empty() ? nullptr : &list.front();
}
template <typename T>
const T* main_one(const std::optional<T>& held) {
  return held ? &*held : nullptr;
}
template <typename T>
const T* main_one(const T& value) {
  return &value;
}

// A writer that prints one part of a member's main value.
template <auto Member, auto Part>
constexpr CellWriter kCell = [](std::string& out, const Record& record, const CodePointIndex& index) {
  if (const auto* value = main_one(held_by(record, Member))) Part(out, *value, index);
};

// The parts. Numbers are written as JSON writes them: the shortest form that reads back the same.
template <typename T>
void number(std::string& out, const T& value, const CodePointIndex&) {
  JsonWriter(out).value(value);
}
void plain(std::string& out, const std::string& text, const CodePointIndex&) { out += text; }
template <typename T>
void word_of(std::string& out, const T& value, const CodePointIndex&) {
  out += name_of(value);
}

void words_text(std::string& out, const Words& words, const CodePointIndex&) { out += words.text; }
void words_start(std::string& out, const Words& words, const CodePointIndex& index) {
  number(out, index.at(words.begin), index);
}
void words_end(std::string& out, const Words& words, const CodePointIndex& index) {
  number(out, index.at(words.end), index);
}

template <typename T>
void name(std::string& out, const T& value, const CodePointIndex&) {
  out += value.name;
}
template <typename T>
void country(std::string& out, const T& value, const CodePointIndex&) {
  out += value.country;
}
template <typename T>
void own_words(std::string& out, const T& value, const CodePointIndex&) {
  if (value.words) out += value.words->text;
}
void sector(std::string& out, const Actor& actor, const CodePointIndex&) { out += actor.sector; }
void geonames(std::string& out, const Place& place, const CodePointIndex& index) {
  if (place.geonames) number(out, *place.geonames, index);
}
void latitude(std::string& out, const Place& place, const CodePointIndex& index) {
  if (place.latitude) number(out, *place.latitude, index);
}
void longitude(std::string& out, const Place& place, const CodePointIndex& index) {
  if (place.longitude) number(out, *place.longitude, index);
}
void first_day(std::string& out, const When& when, const CodePointIndex&) { append_iso_date(out, when.first); }
void last_day(std::string& out, const When& when, const CodePointIndex&) { append_iso_date(out, when.last); }
void entry(std::string& out, const Why& why, const CodePointIndex&) { out += why.entry; }
void rule(std::string& out, const Why& why, const CodePointIndex&) { out += why.rule; }

// Lists in one cell: "; " stands between the parts, and a semicolon within a part becomes a comma.
constexpr std::string_view kBetween = "; ";

void append_part(std::string& out, std::string_view part, bool first) {
  if (!first) out += kBetween;
  for (const char c : part) out.push_back(c == ';' ? ',' : c);
}

template <auto Member, auto Field>
constexpr CellWriter kActorList = [](std::string& out, const Record& record, const CodePointIndex&) {
  const std::vector<Actor>& actors = held_by(record, Member);
  for (const Actor& actor : actors) append_part(out, actor.*Field, &actor == &actors.front());
};

template <auto Member>
constexpr CellWriter kTextList = [](std::string& out, const Record& record, const CodePointIndex&) {
  const std::vector<std::string>& texts = held_by(record, Member);
  for (const std::string& text : texts) append_part(out, text, &text == &texts.front());
};

template <auto Member>
void add_actor(Columns& to, const std::string& prefix, const std::string& meaning) {
  to.push_back({prefix, CellType::text, meaning + ": the best name", kCell<Member, name<Actor>>});
  to.push_back({prefix + "_text", CellType::text, "the words used here", kCell<Member, own_words<Actor>>});
  to.push_back({prefix + "_country", CellType::text, "ISO 3166-1 alpha-3", kCell<Member, country<Actor>>});
  to.push_back({prefix + "_sector", CellType::text, "GOV, MIL, CVL, ...", kCell<Member, sector>});
}

template <auto Member>
void add_actors(Columns& to, const std::string& prefix, const std::string& meaning) {
  add_actor<Member>(to, prefix, meaning + ", the first of them");
  to.push_back({prefix + "_names", CellType::text, "the names of all", kActorList<Member, &Actor::name>});
  to.push_back({prefix + "_countries", CellType::text, "the countries of all, in the same order",
                kActorList<Member, &Actor::country>});
}

template <auto Member>
void add_place(Columns& to, const std::string& prefix, const std::string& meaning) {
  to.push_back({prefix, CellType::text, meaning + ": the gazetteer's name", kCell<Member, name<Place>>});
  to.push_back({prefix + "_text", CellType::text, "the words used here", kCell<Member, own_words<Place>>});
  to.push_back({prefix + "_country", CellType::text, "ISO 3166-1 alpha-3", kCell<Member, country<Place>>});
  to.push_back({prefix + "_geonames", CellType::integer, "GeoNames id", kCell<Member, geonames>});
  to.push_back({prefix + "_lat", CellType::number, "degrees north", kCell<Member, latitude>});
  to.push_back({prefix + "_lon", CellType::number, "degrees east", kCell<Member, longitude>});
}

template <auto Member>
void add_words(Columns& to, const std::string& prefix, const std::string& meaning) {
  to.push_back({prefix, CellType::text, meaning, kCell<Member, words_text>});
  to.push_back({prefix + "_start", CellType::integer, "its first code point", kCell<Member, words_start>});
  to.push_back({prefix + "_end", CellType::integer, "the code point behind it", kCell<Member, words_end>});
}

template <auto Member>
void add_text(Columns& to, const std::string& name, const std::string& meaning) {
  to.push_back({name, CellType::text, meaning, kCell<Member, plain>});
}

template <auto Member, typename T>
void add_number(Columns& to, const std::string& name, const std::string& meaning) {
  const CellType type = std::is_integral_v<T> ? CellType::integer : CellType::number;
  to.push_back({name, type, meaning, kCell<Member, number<T>>});
}

Columns event_columns() {
  Columns c;
  add_text<&Event::type>(c, "type", "PLOVER type");
  add_text<&Event::mode>(c, "mode", "PLOVER mode");
  add_text<&Event::cameo>(c, "cameo", "CAMEO code, with --codebook cameo");
  c.push_back({"context", CellType::text, "PLOVER contexts", kTextList<&Event::context>});
  add_words<&Event::trigger>(c, "trigger", "the word that names the act");
  add_actors<&Event::actor>(c, "actor", "who did it");
  add_actors<&Event::recipient>(c, "recipient", "to whom");
  add_number<&Event::killed, std::int64_t>(c, "killed", "people killed");
  add_number<&Event::injured, std::int64_t>(c, "injured", "people injured");
  add_number<&Event::size, std::int64_t>(c, "size", "people who took part");
  return c;
}

Columns statement_columns() {
  Columns c;
  add_actor<&Statement::speaker>(c, "speaker", "who said it");
  c.push_back({"form", CellType::text, "direct, indirect or mixed", kCell<&Statement::form, word_of<StatementForm>>});
  c.push_back({"cue", CellType::text, "the words that tie it to its speaker", kCell<&Statement::cue, words_text>});
  add_words<&Statement::content>(c, "content", "what was said");
  add_actors<&Statement::addressee>(c, "addressee", "to whom it was said");
  return c;
}

Columns figure_columns() {
  Columns c;
  add_text<&Figure::of>(c, "of", "what is counted");
  add_number<&Figure::low, double>(c, "low", "the least it may be");
  add_number<&Figure::high, double>(c, "high", "the most it may be");
  c.push_back(
      {"qualifier", CellType::text, "exact, about, at_least, ...", kCell<&Figure::qualifier, word_of<Qualifier>>});
  add_text<&Figure::unit>(c, "unit", "count, percent, ISO 4217 or UCUM");
  add_text<&Figure::per>(c, "per", "day, ... for a rate");
  add_text<&Figure::measure>(c, "measure", "the series it belongs to");
  return c;
}

Columns movement_columns() {
  Columns c;
  add_actors<&Movement::who>(c, "who", "who moved");
  add_place<&Movement::from>(c, "from", "from where");
  add_place<&Movement::to>(c, "to", "to where");
  add_text<&Movement::purpose>(c, "purpose", "what for");
  return c;
}

Columns talks_columns() {
  Columns c;
  add_actors<&Talks::parties>(c, "party", "who negotiates");
  add_actors<&Talks::mediator>(c, "mediator", "who mediates");
  add_text<&Talks::subject>(c, "subject", "about what");
  c.push_back(
      {"status", CellType::text, "proposed, planned, under_way, ...", kCell<&Talks::status, word_of<TalksStatus>>});
  add_text<&Talks::obstacle>(c, "obstacle", "what stands in the way");
  return c;
}

Columns role_columns() {
  Columns c;
  add_text<&Role::person>(c, "person", "the person's name");
  add_text<&Role::title>(c, "title", "the office");
  add_actor<&Role::of>(c, "of", "the country or body");
  return c;
}

// What every kind has, with the doc before and the rest behind its own columns.
Columns with_common(const Columns& own) {
  Columns c;
  add_text<&RecordCommon::doc>(c, "doc", "id of the story");
  c.insert(c.end(), own.begin(), own.end());
  c.push_back({"factuality", CellType::text, "actual, future, hypothetical or negated",
               kCell<&RecordCommon::factuality, word_of<Factuality>>});
  c.push_back({"when", CellType::text, "the words that say when", kCell<&RecordCommon::when, own_words<When>>});
  c.push_back({"when_start", CellType::date, "the first day", kCell<&RecordCommon::when, first_day>});
  c.push_back({"when_end", CellType::date, "the last day", kCell<&RecordCommon::when, last_day>});
  add_place<&RecordCommon::where>(c, "where", "the place");
  add_actor<&RecordCommon::attributed_to>(c, "attributed_to", "who says so");
  add_words<&RecordCommon::evidence>(c, "evidence", "the sentence that says so");
  c.push_back({"why_entry", CellType::text, "the lexicon line that decided", kCell<&RecordCommon::why, entry>});
  c.push_back({"why_rule", CellType::text, "the construction", kCell<&RecordCommon::why, rule>});
  return c;
}

}  // namespace

std::span<const Column> columns_of(std::size_t kind) {
  static const std::array<Columns, kKinds> all = {with_common(event_columns()),  with_common(statement_columns()),
                                                  with_common(figure_columns()), with_common(movement_columns()),
                                                  with_common(talks_columns()),  with_common(role_columns())};
  return all[kind];
}

}  // namespace annals
