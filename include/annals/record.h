// Records: the facts that a story reports, each pinned to its words. LEDGER.md's six kinds, as plain structs.
//
// Offsets are bytes of Story::text, end exclusive; output turns them into code points. Strings that may be absent are
// empty where they are; codes are strings because a user's own codebook may bring types that PLOVER does not have.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace annals {

// Words of the story. `text` is exactly the bytes [begin, end) of Story::text.
struct Words {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;

  bool operator==(const Words&) const = default;
};

struct Actor {
  std::optional<Words> words;  // absent where the actor is carried over from elsewhere in the story
  std::string name;            // the best full name the story or the actor list gives
  std::string country;         // ISO 3166-1 alpha-3, or empty
  std::string sector;          // GOV LEG JUD MIL COP SPY PTY OPP REB CRM BUS MED EDU REL LAB NGO IGO REF CVL, or empty

  bool operator==(const Actor&) const = default;
};

struct Place {
  std::optional<Words> words;
  std::string name;
  std::string country;                    // ISO 3166-1 alpha-3, or empty
  std::optional<std::uint64_t> geonames;  // GeoNames id
  std::optional<double> latitude;
  std::optional<double> longitude;
  // The names of the province that it is or lies in, parted by '|': to ask by, never printed.
  std::string province = {};

  bool operator==(const Place&) const = default;
};

// The days, both inclusive, on which a fact holds.
struct When {
  std::optional<Words> words;  // absent where the dates follow from the story's own date
  std::chrono::sys_days first;
  std::chrono::sys_days last;

  bool operator==(const When&) const = default;
};

// How the story puts the fact.
enum class Factuality : std::uint8_t {
  actual,        // it happened or is happening
  future,        // planned, scheduled, announced, promised
  hypothetical,  // possible, feared, believed, called for, conditional
  negated,       // it did not happen, was refused or failed
};

// What produced a record, so that an analyst can audit it.
struct Why {
  std::string entry;         // the lexicon line, as "lexicon/acts.tsv:88"; empty where only grammar was at work
  std::string rule;          // the construction, as "passive with agent"
  std::vector<Words> words;  // the words that the entry and the rule matched

  bool operator==(const Why&) const = default;
};

// What every kind of record has.
struct RecordCommon {
  std::string doc;  // id of the story
  Words evidence;   // the sentence, or the part of it, that says so
  std::optional<When> when;
  std::optional<Place> where;
  std::optional<Actor> attributed_to;  // who says so, where the story itself does not assert it
  Factuality factuality = Factuality::actual;
  Why why;

  bool operator==(const RecordCommon&) const = default;
};

// Who did what to whom.
struct Event : RecordCommon {
  std::string type;  // a PLOVER type, or a user's; empty where none was given
  std::string mode;
  std::string cameo;  // the CAMEO code, where it was asked for
  std::vector<std::string> context;
  Words trigger;
  std::vector<Actor> actor;
  std::vector<Actor> recipient;
  std::optional<std::int64_t> killed;
  std::optional<std::int64_t> injured;
  std::optional<std::int64_t> size;

  bool operator==(const Event&) const = default;
};

enum class StatementForm : std::uint8_t { direct, indirect, mixed };

// Who said what.
struct Statement : RecordCommon {
  std::optional<Actor> speaker;
  Words content;
  StatementForm form = StatementForm::indirect;
  std::optional<Words> cue;
  std::vector<Actor> addressee;

  bool operator==(const Statement&) const = default;
};

enum class Qualifier : std::uint8_t { exact, about, at_least, at_most, more_than, less_than, between };

// How many of what.
struct Figure : RecordCommon {
  std::string of;             // the thing counted, as the story words it
  std::optional<double> low;  // equal to `high` for one value; absent on the open side
  std::optional<double> high;
  Qualifier qualifier = Qualifier::exact;
  std::string unit;     // count, percent, an ISO 4217 currency or a UCUM unit
  std::string per;      // day, ... or empty
  std::string measure;  // the series that a crisis desk follows, or empty

  bool operator==(const Figure&) const = default;
};

// Who went where.
struct Movement : RecordCommon {
  std::vector<Actor> who;
  std::optional<Place> from;
  std::optional<Place> to;
  std::string purpose;

  bool operator==(const Movement&) const = default;
};

enum class TalksStatus : std::uint8_t { proposed, planned, under_way, stalled, agreed, failed, ended };

// Where a negotiation stands.
struct Talks : RecordCommon {
  std::vector<Actor> parties;
  std::vector<Actor> mediator;
  std::string subject;
  TalksStatus status = TalksStatus::under_way;
  std::string obstacle;

  bool operator==(const Talks&) const = default;
};

// Who is what.
struct Role : RecordCommon {
  std::string person;
  std::string title;
  std::optional<Actor> of;  // the country or body

  bool operator==(const Role&) const = default;
};

using Record = std::variant<Event, Statement, Figure, Movement, Talks, Role>;

inline const RecordCommon& common(const Record& record) {
  return std::visit([](const auto& r) -> const RecordCommon& { return r; }, record);
}

// LEDGER.md's words for the kinds and the closed sets.
inline constexpr std::string_view kKindNames[] = {"event", "statement", "figure", "movement", "talks", "role"};
inline constexpr std::string_view kFactualityNames[] = {"actual", "future", "hypothetical", "negated"};
inline constexpr std::string_view kStatementFormNames[] = {"direct", "indirect", "mixed"};
inline constexpr std::string_view kQualifierNames[] = {"exact",     "about",     "at_least", "at_most",
                                                       "more_than", "less_than", "between"};
inline constexpr std::string_view kTalksStatusNames[] = {"proposed", "planned", "under_way", "stalled",
                                                         "agreed",   "failed",  "ended"};

inline std::string_view kind_name(const Record& record) { return kKindNames[record.index()]; }
inline std::string_view name_of(Factuality f) { return kFactualityNames[static_cast<int>(f)]; }
inline std::string_view name_of(StatementForm f) { return kStatementFormNames[static_cast<int>(f)]; }
inline std::string_view name_of(Qualifier q) { return kQualifierNames[static_cast<int>(q)]; }
inline std::string_view name_of(TalksStatus s) { return kTalksStatusNames[static_cast<int>(s)]; }

}  // namespace annals
