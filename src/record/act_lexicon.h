// The frames of lexicon/acts/: which words, used how, name which act, and who stands where (docs/acts.md).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/record.h"
#include "base/tsv.h"
#include "record/semantic_classes.h"

namespace annals {

enum class ActPos : std::uint8_t { verb, noun, adjective };

// One alternative of a condition: "+", "-", a lemma, a phrase, or a class.
struct ActItem {
  enum class Kind : std::uint8_t { any, none, word, phrase, word_class, plural };
  Kind kind = Kind::any;
  std::string text;  // of a word or phrase
  int word_class = -1;
};

// "on:strike": a phrase with this preposition and this word.
struct ActPreposition {
  std::string preposition;
  ActItem item;
};

enum class ComplementKind : std::uint8_t {
  infinitive,
  object_infinitive,
  for_infinitive,
  that,
  gerund,
  preposition_gerund,
  none,
  auxiliary,
  word
};
struct ActComplement {
  ComplementKind kind = ComplementKind::infinitive;
  std::string preposition = {};  // of a gerund behind one: "accused of killing"
  // One of these verbs, or the complement's word; any if empty. A verb may ask for the class of its object:
  // "to:cut TIES".
  struct Verb {
    std::string word;
    int object_class = -1;
  };
  std::vector<Verb> words;
};

// The way from an act's word to a phrase: "obj.of" is the object, then what stands behind its "of".
struct ActStep {
  enum class Kind : std::uint8_t {
    subject,
    object,
    indirect,
    preposition,
    complement,
    that,
    possessor,
    adjective,
    compound,
    speaker
  };
  Kind kind = Kind::subject;
  std::string preposition;
};
using ActSlot = std::vector<ActStep>;

enum class Reciprocal : std::uint8_t { no, yes, if_plural };

// How the clause below an act is read. `absorb`: it is part of the act and no record of its own.
struct InnerClause {
  enum class Actor : std::uint8_t { subject, object };
  bool absorb = false;
  std::optional<Factuality> factuality;
  Actor actor = Actor::subject;
};

struct ActFrame {
  std::string lemma;
  ActPos pos = ActPos::verb;
  std::vector<std::string> particles, modifiers;
  std::vector<ActItem> objects, subjects;
  std::vector<ActPreposition> prepositions;
  std::vector<ActComplement> complements;
  std::string type;  // empty: the sense names no act
  std::string mode;
  std::vector<ActSlot> actor, recipient;
  Reciprocal reciprocal = Reciprocal::no;
  InnerClause inner;
  int priority = 0;
  bool from_user = false;
  int specificity = 0;    // more and narrower conditions win
  std::string pair_type;  // of the published pair set, where it differs
  std::string source;     // "lexicon/acts/assault.tsv:88"
};

class ActLexicon {
 public:
  // `classes` are borrowed, and must be complete.
  explicit ActLexicon(const SemanticClasses& classes) : classes_(&classes) {}

  // Adds the rows of a table; `name` is what the records' `why` calls it. A user's rows go before ours. Throws
  // Error{Fault::lexicon}.
  void add(const TsvTable& table, const std::string& name, bool from_user = false);

  // The frames of a word, best first: by specificity, priority, those that name no act before those that do.
  const std::vector<const ActFrame*>& frames(ActPos pos, std::string_view lemma) const;
  // To be called once after the last add().
  void finish();
  std::size_t size() const { return frames_.size(); }

 private:
  ActItem item(std::string_view text) const;
  ActFrame frame(const TsvTable& table, const TsvRow& row, const std::string& name) const;

  const SemanticClasses* classes_;
  std::vector<ActFrame> frames_;
  StringMap<std::vector<const ActFrame*>> by_word_[3];
};

}  // namespace annals
