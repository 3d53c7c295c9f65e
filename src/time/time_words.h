// The words of a story as the time grammar sees them: each token with its entries in the lexicon and its number.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "time/numeral.h"
#include "time/time_lexicon.h"

namespace annals {

// An entry that applies at a token, and the token after its last word. False where there is none.
struct Hit {
  const TimeEntry* entry = nullptr;
  std::uint32_t end = 0;

  explicit operator bool() const { return entry != nullptr; }
  const TimeEntry* operator->() const { return entry; }
  const TimeEntry& operator*() const { return *entry; }
};

class TimeWords {
 public:
  // Both are borrowed.
  TimeWords(const Annotation& annotation, const TimeLexicon& lexicon);

  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  const Annotation& annotation() const { return *annotation_; }

  // Whether any expression can begin here: the token is in the lexicon or has a number.
  bool plain(std::uint32_t i) const { return i >= size() || !words_[i].notable; }

  // The entry of this class that applies at token i, the one with most words first. `dated` admits the entries that
  // need a date beside them.
  Hit find(std::uint32_t i, TimeClass cls, bool dated = false) const;

  const Numeral& numeral(std::uint32_t i) const { return i < size() ? words_[i].numeral : kNoNumeral; }
  bool is(std::uint32_t i, std::string_view lower) const { return i < size() && annotation_->lower(i) == lower; }
  bool is_any(std::uint32_t i, std::initializer_list<std::string_view> lower) const;
  Tag tag(std::uint32_t i) const { return i < size() ? annotation_->tokens[i].tag : Tag::none; }
  // Whether the lemma of token i has an entry of this class.
  bool lemma_is(std::uint32_t i, TimeClass cls) const;
  // Whether the time beside this word is that of what it plans ("scheduled Friday"), not of the planning.
  bool schedules(std::uint32_t i) const;
  // Whether token i is written right after the one before it, without a space.
  bool joined(std::uint32_t i) const;

 private:
  struct Word {
    Numeral numeral;
    std::uint32_t first_phrase = 0, phrases = 0;  // its entries, longest first: phrases_[first_phrase ...]
    bool notable = false;
  };
  struct Phrase {
    const TimeEntry* entry;
    std::uint32_t end;
  };
  static const Numeral kNoNumeral;

  void look_up(std::uint32_t i, std::string& buffer);
  void add(const TimeLexicon::Group& group, std::uint32_t i, std::uint32_t end);
  bool holds(const TimeEntry& entry, std::uint32_t i, std::uint32_t end) const;

  const Annotation* annotation_;
  const TimeLexicon* lexicon_;
  std::vector<Word> words_;
  std::vector<Phrase> phrases_;
};

}  // namespace annals
