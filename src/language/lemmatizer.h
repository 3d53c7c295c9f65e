// The rule lemmatizer of spaCy (pipeline/lemmatizer.py, and lang/en/lemmatizer.py for English base forms).
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/frozen_map.h"
#include "language/annotation.h"
#include "language/lemma_cache.h"
#include "model/model_file.h"

namespace annals {

class Lemmatizer {
 public:
  // `morph_names` are those of the AttributeRuler. Borrows tables of the model, which must outlive the lemmatizer.
  // Throws Error{Fault::model} if they are damaged.
  Lemmatizer(const ModelFile& model, std::span<const std::string> morph_names);

  // Needs text, lower-cased forms, parts of speech and morphological features; fills every empty Token::lemma (every
  // one if the pipeline says so). Threads may call this at the same time, each with an annotation of its own: the
  // cache behind it is the one thing that changes, and it gives the same answers full or empty.
  void apply(Annotation& annotation) const;

  // The lemma of a word by the tables, without the cache; `lower` must be `text` in lower case. `pos` and `morph`
  // decide as in apply().
  std::string lemma(std::string_view text, std::string_view lower, Pos pos, std::uint16_t morph) const;

 private:
  struct Rule {
    std::string_view old_ending, new_ending;
  };
  // The tables of a part of speech; what does not depend on it stays in the maps.
  struct Table {
    std::uint64_t key;  // string_key of the part of speech in lower case
    std::vector<Rule> rules;
  };
  // What to do with a word: keep it, lower it, or look it up in tables_[action - kFirstTable].
  using Action = std::uint8_t;
  static constexpr Action kKeep = 0, kLower = 1, kFirstTable = 2;

  void read_rules(const ModelFile& model);
  Action action_for(Pos pos, std::string_view morph) const;
  Action action(Pos pos, std::uint16_t morph) const {
    return actions_[static_cast<std::size_t>(pos) * morphs_ + morph];
  }
  std::string apply_rules(std::string_view text, std::string_view lower, const Table& table) const;
  std::vector<std::string_view> exceptions(std::uint32_t value) const;
  void look_up(Annotation& annotation, Token& token, const Table& table) const;

  bool overwrite_ = false, english_ = false;
  std::vector<Table> tables_;
  std::size_t morphs_;
  std::vector<Action> actions_;  // by part of speech and morph
  FrozenMap words_;
  std::span<const std::byte> exceptions_;
  mutable LemmaCache cache_;
};

}  // namespace annals
