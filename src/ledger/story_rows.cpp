// Each kind of record to its rows.
#include "ledger/story_rows.h"

#include <algorithm>
#include <unordered_map>

#include "base/iso_date.h"

namespace annals {
namespace {

using Values = std::vector<Value>;

// "NAIROBI, Kenya (AP)": as it stands, without the dash behind it.
std::string dateline_text(const Story& story) {
  std::string_view text = std::string_view(story.text).substr(story.dateline->begin);
  text = text.substr(0, story.dateline->end - story.dateline->begin);
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : {" ", "\n", "-", "\u2013", "\u2014"}) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      more = true;
    }
  }
  return std::string(text);
}

// The place of `key` in `list`, appended where it is not there. Lists of one story are short.
template <typename Entry, typename Same>
std::uint32_t place_of(std::vector<Entry>& list, Entry entry, Same same) {
  const auto found = std::find_if(list.begin(), list.end(), same);
  const auto at = static_cast<std::uint32_t>(found - list.begin());
  if (found == list.end()) list.push_back(std::move(entry));
  return at;
}

class RowMaker {
 public:
  RowMaker(StoryRows& out, const CodePointIndex& index) : out_(out), index_(index) {}

  void add(const Record& record) {
    std::visit([this](const auto& r) { this->record(r); }, record);
  }

 private:
  // Values, one column or a few at a time.
  static void text(Values& v, std::string_view s) { s.empty() ? v.emplace_back() : v.emplace_back(std::string(s)); }
  static void needed(Values& v, std::string_view s) { v.emplace_back(std::string(s)); }
  template <typename T>
  static void number(Values& v, const std::optional<T>& n) {
    n ? v.emplace_back(*n) : v.emplace_back();
  }
  void offset(Values& v, std::uint32_t byte) const { v.emplace_back(std::int64_t{index_.at(byte)}); }
  void span(Values& v, const std::optional<Words>& words) const {
    if (!words) {
      v.resize(v.size() + 2);
      return;
    }
    offset(v, words->begin);
    offset(v, words->end);
  }
  // An actor or a place: its row, and the words that name it here.
  template <typename T>
  void named(Values& v, const std::optional<T>& named) {
    if (!named) {
      v.resize(v.size() + 3);
      return;
    }
    v.emplace_back(reference(*named));
    span(v, named->words);
  }
  void why_words(Values& v, const std::vector<Words>& words) const {
    if (words.empty()) {
      v.emplace_back();
      return;
    }
    std::string json;
    for (const Words& w : words) {
      json += json.empty() ? "[[" : ",[";
      json += std::to_string(index_.at(w.begin)) + "," + std::to_string(index_.at(w.end)) + "]";
    }
    v.emplace_back(json + "]");
  }

  ActorRef reference(const Actor& actor) {
    ActorKey key{actor.name, actor.country, actor.sector};
    const auto same = [&](const ActorKey& other) { return other == key; };
    return {place_of(out_.actors, key, same)};
  }
  PlaceRef reference(const Place& place) {
    PlaceEntry entry{{place.name, place.country, static_cast<std::int64_t>(place.geonames.value_or(0))},
                     place.latitude,
                     place.longitude,
                     place.province};
    const auto same = [&](const PlaceEntry& other) { return other.key == entry.key; };
    return {place_of(out_.places, entry, same)};
  }
  RowRef evidence(const Words& words) {
    const auto [found, is_new] = evidence_.try_emplace(std::uint64_t{words.begin} << 32 | words.end, RowRef{});
    if (is_new) {
      found->second = next(Table::evidence);
      Values v = {found->second, RowRef{Table::stories, 0}};
      offset(v, words.begin);
      offset(v, words.end);
      put(Table::evidence, std::move(v));
    }
    return found->second;
  }

  RowRef next(Table table) { return {table, out_.row_counts[index_of(table)]++}; }
  void put(Table table, Values values) { out_.rows.push_back({table, std::move(values)}); }

  // The columns that all kinds share. Sets id_ and day_ for the rows that hang on this one.
  Values common_values(Table table, const RecordCommon& r) {
    const RowRef basis = evidence(r.evidence);
    id_ = next(table);
    day_ = r.when ? iso_date(r.when->first) : out_.published;
    Values v;
    v.reserve(28);
    v.emplace_back(id_);
    v.emplace_back(RowRef{Table::stories, 0});
    v.emplace_back(basis);
    needed(v, name_of(r.factuality));
    text(v, day_);
    text(v, r.when ? iso_date(r.when->first) : "");
    text(v, r.when ? iso_date(r.when->last) : "");
    span(v, r.when ? r.when->words : std::nullopt);
    named(v, r.where);
    named(v, r.attributed_to);
    text(v, r.why.entry);
    text(v, r.why.rule);
    why_words(v, r.why.words);
    return v;
  }
  void people(Table table, std::string_view role, std::span<const Actor> actors) {
    for (std::size_t i = 0; i < actors.size(); ++i) {
      Values v = {id_, std::string(role), static_cast<std::int64_t>(i), reference(actors[i])};
      span(v, actors[i].words);
      text(v, day_);
      put(table, std::move(v));
    }
  }

  void record(const Event& r) {
    Values v = common_values(Table::events, r);
    text(v, r.type);
    text(v, r.mode);
    text(v, r.cameo);
    span(v, r.trigger);
    number(v, r.killed);
    number(v, r.injured);
    number(v, r.size);
    put(Table::events, std::move(v));
    std::vector<std::string> contexts = r.context;  // a set
    std::sort(contexts.begin(), contexts.end());
    contexts.erase(std::unique(contexts.begin(), contexts.end()), contexts.end());
    for (const std::string& context : contexts) put(Table::event_contexts, {id_, context});
    people(Table::event_actors, "actor", r.actor);
    people(Table::event_actors, "recipient", r.recipient);
  }
  void record(const Statement& r) {
    Values v = common_values(Table::statements, r);
    span(v, r.content);
    needed(v, r.content.text);
    needed(v, name_of(r.form));
    span(v, r.cue);
    put(Table::statements, std::move(v));
    if (r.speaker) people(Table::statement_actors, "speaker", {&*r.speaker, 1});
    people(Table::statement_actors, "addressee", r.addressee);
  }
  void record(const Figure& r) {
    Values v = common_values(Table::figures, r);
    needed(v, r.of);
    number(v, r.low);
    number(v, r.high);
    needed(v, name_of(r.qualifier));
    needed(v, r.unit);
    text(v, r.per);
    text(v, r.measure);
    put(Table::figures, std::move(v));
  }
  void record(const Movement& r) {
    Values v = common_values(Table::movements, r);
    named(v, r.from);
    named(v, r.to);
    text(v, r.purpose);
    put(Table::movements, std::move(v));
    people(Table::movement_actors, "who", r.who);
  }
  void record(const Talks& r) {
    Values v = common_values(Table::talks, r);
    text(v, r.subject);
    needed(v, name_of(r.status));
    text(v, r.obstacle);
    put(Table::talks, std::move(v));
    people(Table::talks_actors, "party", r.parties);
    people(Table::talks_actors, "mediator", r.mediator);
  }
  void record(const Role& r) {
    Values v = common_values(Table::roles, r);
    needed(v, r.person);
    needed(v, r.title);
    named(v, r.of);
    put(Table::roles, std::move(v));
  }

  StoryRows& out_;
  const CodePointIndex& index_;
  std::unordered_map<std::uint64_t, RowRef> evidence_;  // by its bytes
  RowRef id_{};                                         // of the record at hand
  std::string day_;
};

}  // namespace

StoryRows rows_of(const Story& story, std::span<const Record> records, const CodePointIndex& index) {
  StoryRows out;
  out.identity = identify(story);
  out.source = story.source;
  out.url = story.url;
  out.title = story.title;
  if (story.published) out.published = iso_date(*story.published);
  out.text = story.text;
  if (story.dateline) out.dateline = dateline_text(story);
  out.row_counts[index_of(Table::stories)] = 1;
  RowMaker maker(out, index);
  for (const Record& record : records) maker.add(record);
  return out;
}

std::size_t weight_of(const StoryRows& rows) {
  std::size_t weight = rows.text.size() + rows.title.size();
  for (const Row& row : rows.rows) weight += row.values.size() * sizeof(Value);
  return weight;
}

}  // namespace annals
