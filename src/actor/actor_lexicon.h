// The actor list: states, peoples, bodies, leaders with their dates of office, and words for people, indexed by name.
//
// It is compiled from tables of lexicon/ (docs/actors.md describes their columns) each time a model is loaded, which
// takes a few milliseconds; a user's tables lie over ours: what they name is found first, and the rest is added.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actor/sector.h"
#include "base/tsv.h"
#include "model/lexicon.h"

namespace annals {

using Day = std::chrono::sys_days;

enum class Gender : std::uint8_t { unknown, male, female };

enum class Office : std::uint8_t {
  none,
  head_of_state,
  head_of_government,
  foreign_minister,
  defence_minister,
  group_leader,
  other,
  leader,     // the first who leads
  former,     // held an office once
  spokesman,  // speaks for a body
  counterpart,
  predecessor,
  successor,
  igo_head,
  envoy,       // "ambassador to Kenya" is not of Kenya
  of_country,  // a group that stands for its state
  country,     // is a state
  mission,     // an embassy
  body,        // an organisation with a name of its own
  craft,       // a weapon or vehicle that acts for its owner
  side,
};

// A state: the three-letter code, and how the press calls it. Views point into the table's text.
struct Country {
  std::string_view code;
  std::string_view name;
  std::string_view people;  // the first plural of its people that a definite article makes the state: "Palestinians"
  Day from, until;
  Office led_by;           // head_of_state or head_of_government
  bool family_name_first;  // "Xi Jinping" is Xi
  int line;
};

struct Region {
  std::string_view name;
  std::string_view country;  // empty where several states share it
  std::string_view kind;     // region, seat, ethnic, religious, continent
  Day from, until;
  int line;
};

// A body of actors.tsv.
struct Body {
  std::string_view name;
  std::string_view country;
  std::string_view kind;
  Sector sector;
  Day from, until;
  int line;
};

// A holder of an office for a time. One person may have several.
struct Holder {
  std::string_view person;
  std::string_view country;
  std::string_view body;  // what the person heads, empty for a state
  std::string_view title;
  Office office;
  Gender gender;
  Sector sector;
  Day from, until;
  int line;
};

// A word or phrase for people or groups by what they are.
struct TitleWord {
  std::string_view words;
  Sector sector;
  Office office;
  Gender gender;
  bool group;
  int line;
};

// A noun by which a story takes up an actor it has named.
struct Descriptor {
  std::vector<std::string_view> kinds;
  std::vector<std::string_view> names;
};

// What a name can stand for.
enum class NameKind : std::uint8_t { country, region, body, holder };
enum class NameForm : std::uint8_t { name, adjective, person_noun, people_noun, capital };
struct NameEntry {
  NameKind kind;
  NameForm form;
  bool abbreviation;    // all capitals in the table: the text must have capitals too
  bool lower_case_end;  // its last word is written small: "U.N. migration agency"
  std::uint32_t index;
  std::uint32_t next;  // the next entry of the same name, or kNoEntry
};
inline constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;

// Words that steer how phrases are read (actor_words.tsv); bits.
enum WordRole : std::uint32_t {
  kCounter = 1 << 0,    // "dozens of agents"
  kDispatch = 1 << 1,   // "moved troops"
  kHeads = 1 << 2,      // "who heads Y"
  kWhere = 1 << 3,      // "in Washington"
  kFormer = 1 << 4,     // "former president"
  kQuantity = 1 << 5,   // "at least a dozen"
  kWithin = 1 << 7,     // "in Yerevan": where the sentence plays
  kLocal = 1 << 6,      // "residents": people of the place that is spoken of
  kBelongs = 1 << 8,    // "Kenyan-led forces"
  kTellsKind = 1 << 9,  // "terrorist attack"
};

struct ActorTable {
  std::string_view name;  // "countries", "actors", ...
  std::string_view text;
  std::string where;  // the file, for messages
};

class ActorLexicon {
 public:
  // The texts are borrowed and must outlive the lexicon. Tables of the same name add up, the later laid over the
  // earlier. Throws Error{Fault::lexicon} for an unknown code, sector or office, or a malformed date.
  explicit ActorLexicon(std::span<const ActorTable> tables);
  // The tables of the model with a user's own over them. Borrows the texts of `lexicon`.
  explicit ActorLexicon(const Lexicon& lexicon);

  const std::vector<Country>& countries() const { return countries_; }
  const std::vector<Region>& regions() const { return regions_; }
  const std::vector<Body>& bodies() const { return bodies_; }
  const std::vector<Holder>& holders() const { return holders_; }

  // Entries of a folded name, the first of a chain; kNoEntry where the name is not known.
  std::uint32_t find_name(std::uint64_t key) const;
  const NameEntry& entry(std::uint32_t at) const { return entries_[at]; }
  // How many bytes the longest folded name has that begins with the word; 0 where none does.
  std::uint32_t longest_name(std::uint64_t first_word_key) const;

  // The country of that code at that time, by its ordinary name.
  const Country* country(std::string_view code, std::optional<Day> day) const;

  // Who held an office of a state or body: by office for the four high ones, by title for others.
  const Holder* holder(std::string_view country, std::string_view body, Office office, std::string_view title,
                       std::optional<Day> day) const;
  // The first who leads a state: the head of government where the state is led by one, else the head of state.
  const Holder* leader_of(std::string_view country, std::string_view body, std::optional<Day> day) const;
  // All offices of a person by folded full name or spelling.
  std::span<const std::uint32_t> offices_of(std::uint64_t person_key) const;
  // Holders whose family name this is.
  std::span<const std::uint32_t> family_name(std::uint64_t key) const;
  // A member of a government by full name (officials.tsv), or null.
  const Holder* official(std::uint64_t person_key) const;

  const TitleWord* title(std::uint64_t key, bool& plural) const;
  const Descriptor* descriptor(std::uint64_t key) const;
  bool word_is(std::string_view word, WordRole role) const;
  std::optional<Gender> given_name(std::uint64_t key) const;
  std::optional<Gender> honorific(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t first = kNoEntry;
  };
  // A hash table from key to the head of a chain, open addressing.
  class Index {
   public:
    void reserve(std::size_t n);
    std::uint32_t& operator[](std::uint64_t key);
    std::uint32_t find(std::uint64_t key) const;

   private:
    void grow();
    std::vector<Slot> slots_;
    std::size_t used_ = 0;
  };
  void read_countries(const TsvTable& table);
  void read_regions(const TsvTable& table);
  void read_bodies(const TsvTable& table);
  void read_holders(const TsvTable& table);
  void read_officials(const TsvTable& table);
  void read_titles(const TsvTable& table);
  void read_descriptors(const TsvTable& table);
  void read_given_names(const TsvTable& table);
  void read_words(const TsvTable& table);
  std::uint64_t key_of(std::string_view name);  // as names are looked up: folded
  void add_name(std::string_view name, NameKind kind, NameForm form, std::size_t index);
  void add_family_name(std::string_view person, std::uint32_t holder);

  std::vector<Country> countries_;
  std::vector<Region> regions_;
  std::vector<Body> bodies_;
  std::vector<Holder> holders_;
  std::vector<Holder> officials_;
  std::vector<TitleWord> titles_;
  std::vector<Descriptor> descriptors_;
  std::vector<NameEntry> entries_;
  Index names_;
  Index first_words_;
  Index official_names_;
  Index title_words_;  // (index << 1) | plural
  Index descriptor_words_;
  Index given_names_;  // gender
  Index honorifics_;
  Index words_;  // WordRole bits
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> persons_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> family_names_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> offices_;  // by country or body, and office
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> countries_by_code_;
  std::string scratch_;
};

}  // namespace annals
