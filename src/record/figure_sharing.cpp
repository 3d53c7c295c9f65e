// Tolls of one incident told in several sentences share its time and place.
#include <utility>

#include "record/destinations.h"
#include "record/figure_setting.h"

namespace annals {
namespace {

struct Setting {
  const std::optional<When>* when = nullptr;
  const std::optional<Place>* where = nullptr;
};

// A day or two: not "this year".
bool is_short(const When& when) { return when.last - when.first <= std::chrono::days(2); }

// A count that goes up: it is of the day that it is told.
bool is_value(const Figure& figure) { return figure.why.rule.ends_with("value of a noun"); }
bool is_running(const Figure& figure) { return figure.why.rule == "changed value of a noun"; }

bool same_sentence(const RecordCommon& a, const RecordCommon& b) {
  return a.evidence.begin < b.evidence.end && b.evidence.begin < a.evidence.end;
}

// Which events a series tells of.
bool is_deed_of(const Figure& figure, const Event& event) {
  if (is_toll(figure.measure)) return event.type == "ASSAULT" || event.type == "PROTEST";
  if (figure.measure == "protesters") return event.type == "PROTEST";
  if (figure.measure == "detained") return event.type == "COERCE";
  if (figure.measure == "troops") return event.type == "MOBILIZE";
  return false;
}

class Sharing {
 public:
  Sharing(const Layers& layers, std::vector<Record>& records, std::size_t first) : layers_(layers), records_(records) {
    for (std::size_t i = first; i < records.size(); ++i) {
      if (const auto* figure = std::get_if<Figure>(&records[i])) see(*figure);
      if (const auto* event = std::get_if<Event>(&records[i])) events_.push_back(i), see(*event);
    }
    state_ = state_of_story();
  }

  void share(Figure& figure) const {
    if (figure.factuality != Factuality::actual || (figure.when && figure.where)) return;
    const bool placed = figure.where.has_value();
    share_setting(figure);
    // "The bombings in Kenya and Tanzania killed 217": in neither.
    if (!placed && names_two_states(figure)) figure.where.reset();
  }

 private:
  void share_setting(Figure& figure) const {
    for (const std::size_t i : events_) {
      const Event& event = std::get<Event>(records_[i]);
      if (same_sentence(event, figure) && event.factuality == figure.factuality && is_deed_of(figure, event)) {
        take({&event.when, &event.where}, figure);
      }
    }
    if (is_toll(figure.measure) && figure.why.rule != "label and colon") {
      take(beside(figure), figure);
      if (told_in_open(figure)) take({main_.when, scattered_ ? nullptr : main_.where}, figure);
    }
    if (!figure.where) figure.where = only_place(figure);
  }

  bool names_two_states(const Figure& figure) const {
    std::string_view first;
    for (const NamedPlace& place : layers_.places) {
      const std::uint32_t at = layers_.language.tokens[place.tokens.begin].bytes.begin;
      if (at < figure.evidence.begin || at >= figure.evidence.end) continue;
      if (place.use != PlaceUse::literal || place.country.empty()) continue;
      if (!first.empty() && first != place.country) return true;
      first = place.country;
    }
    return false;
  }

  void see(const Figure& figure) {
    if (figure.factuality == Factuality::actual && is_toll(figure.measure) && !is_value(figure)) {
      open({&figure.when, &figure.where});
    }
  }
  void see(const Event& event) {
    if (event.factuality == Factuality::actual && event.type == "ASSAULT") open({&event.when, &event.where});
  }

  // The story's first incident that has a day is the one it is about.
  void open(Setting setting) {
    if (main_.when == nullptr && *setting.when && is_short(**setting.when)) {
      main_.when = setting.when;
    }
    if (!*setting.where) return;
    if (main_.where == nullptr) main_.where = setting.where;
    scattered_ = scattered_ || (*main_.where)->country != (*setting.where)->country;
  }

  // A sentence with a day or place of its own for its deeds speaks of another incident.
  bool told_in_open(const Figure& figure) const {
    if (main_.when == nullptr) return false;
    return !figure.when || !*main_.when ||
           (figure.when->first <= (*main_.when)->last && (*main_.when)->first <= figure.when->last);
  }

  // The other tolls of the sentence.
  Setting beside(const Figure& figure) const {
    Setting setting;
    for (const Record& record : records_) {
      const auto* other = std::get_if<Figure>(&record);
      if (other == nullptr || other == &figure || !is_toll(other->measure) || !same_sentence(*other, figure)) continue;
      if (other->when && setting.when == nullptr) setting.when = &other->when;
      if (other->where && setting.where == nullptr) setting.where = &other->where;
    }
    return setting;
  }

  static void take(Setting setting, Figure& figure) {
    const bool another = figure.when && setting.when != nullptr && *setting.when && figure.when != *setting.when;
    if (!figure.when && setting.when != nullptr && !is_running(figure)) figure.when = *setting.when;
    if (!figure.where && setting.where != nullptr && !another) figure.where = *setting.where;
  }

  // What a story that plays in one state counts is there.
  std::optional<Place> only_place(const Figure& figure) const {
    const bool counts = figure.unit == "count" || figure.unit == "percent";
    std::vector<Place> found;
    if (!counts || !add_country(layers_, state_, found)) return std::nullopt;
    return std::move(found.front());
  }

  // The state of most of the story's places, where it has no rival.
  std::string_view state_of_story() const {
    int all = 0, most = 0;
    const std::vector<std::string_view> countries = countries_by_weight(layers_);
    if (countries.empty()) return {};
    for (const NamedPlace& place : layers_.places) {
      if (place.use != PlaceUse::literal || place.country.empty()) continue;
      ++all;
      most += place.country == countries.front();
    }
    return most >= 2 && most * 3 >= all * 2 ? countries.front() : std::string_view{};
  }

  const Layers& layers_;
  std::vector<Record>& records_;
  std::vector<std::size_t> events_;
  Setting main_;
  bool scattered_ = false;  // the incidents of the story are in several states
  std::string_view state_;  // that the story plays in, empty where in several
};

}  // namespace

void share_figure_settings(const Layers& layers, std::vector<Record>& records, std::size_t first) {
  const Sharing sharing(layers, records, first);
  for (std::size_t i = first; i < records.size(); ++i) {
    if (auto* figure = std::get_if<Figure>(&records[i])) sharing.share(*figure);
  }
}

}  // namespace annals
