// Words that ascribe something to a source, and how each takes what is ascribed (lexicon/cues.tsv).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/tsv.h"
#include "language/annotation.h"
#include "record/semantic_classes.h"

namespace annals {

// The constructions in which a cue takes its content; bits of Cue::takes.
enum CueFrame : std::uint32_t {
  kTakesClause = 1 << 0,       // "said (that) it rained", "asked whether"
  kTakesQuote = 1 << 1,        // `"It rains," she said`
  kTakesObject = 1 << 2,       // "denied *the charge*"
  kTakesSmallClause = 1 << 3,  // "called *him a liar*", "considers *it dangerous*"
  kTakesAs = 1 << 4,           // "described it *as a step*"
  kTakesGerund = 1 << 5,       // "suggested *waiting*"
  kTakesInfinitive = 1 << 6,   // of nouns and of verbs with a subject in between: "wants *them to leave*"
  kTakesPredicate = 1 << 7,    // "put *the toll at 40*", "showed *Dal in third place*"
};

// What kind of source-relation the cue expresses.
enum class CueClass : std::uint8_t { say, ask, believe, intend, judge, show };

struct Cue {
  std::uint32_t takes = 0;  // CueFrame bits
  CueClass kind = CueClass::say;
  bool object_hears = false;              // the object is the addressee: "told *reporters*"
  std::vector<std::string> prepositions;  // "talked *about* ..."
  std::uint32_t table = 0;                // index into CueLexicon::tables
  std::uint32_t line = 0;

  bool takes_any(std::uint32_t frames) const { return (takes & frames) != 0; }
};

class CueLexicon {
 public:
  // Columns word, pos, takes, class. Later tables win; a row that takes nothing removes a cue. Throws
  // Error{Fault::lexicon}.
  void add(const TsvTable& table, std::string where);

  // The cue with the lemma and part of speech ("verb", "noun", "adjective"), particle included ("point out"), or
  // nullptr.
  const Cue* find(Pos pos, std::string_view word) const;
  // "according to"
  const Cue* preposition(std::string_view words) const;
  // The noun of "in the *words* of", by its lemma.
  const Cue* in_the_of(std::string_view noun) const;
  // A verb that lends a noun its subject: "*voiced* doubts about the plan".
  bool is_light(std::string_view verb) const { return find_in(light_, verb) != nullptr; }
  // A noun that says where to: "called the envoy *home*" does not call him something.
  bool is_direction(std::string_view noun) const { return find_in(directions_, noun) != nullptr; }
  // "lexicon/cues.tsv:12"
  std::string entry(const Cue& cue) const { return tables_[cue.table] + ":" + std::to_string(cue.line); }
  // A noun that names a source in a headline: "Road to open: *police*".
  bool is_source(std::string_view noun) const { return find_in(sources_, noun) != nullptr; }

 private:
  StringMap<Cue>* words_of(std::string_view pos);
  static const Cue* find_in(const StringMap<Cue>& words, std::string_view word);

  StringMap<Cue> verbs_, nouns_, adjectives_, prepositions_, in_the_of_, sources_, light_, directions_;
  std::vector<std::string> tables_;
};

}  // namespace annals
