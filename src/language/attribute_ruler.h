// Sets coarse parts of speech, morphological features and irregular lemmas, as spaCy's attribute ruler does
// (spacy/pipeline/attributeruler.py).
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/binary.h"
#include "base/frozen_map.h"
#include "base/hash.h"
#include "language/annotation.h"
#include "model/attribute_ruler_sections.h"
#include "model/model_file.h"

namespace annals {

// The names of labels by value. A pipeline with labels beyond the enums' brings longer lists.
struct LabelNames {
  std::span<const std::string_view> tags = kTagNames;
  std::span<const std::string_view> deps = kDepNames;
};

class AttributeRuler {
 public:
  // Borrows tables of the model, which must outlive the ruler. Throws Error{Fault::model} if they are damaged or set
  // a label that has no name.
  explicit AttributeRuler(const ModelFile& model, LabelNames labels = {});

  // Needs text, lower-cased forms, flags, tags and dependency labels; fills Token::pos, Token::morph and, where a
  // pattern says so, Token::lemma, and gives the annotation its morph_names. What no pattern sets stays as it is:
  // in a new token none, no features and an empty lemma. Tokens of white space may change their tag and label.
  void apply(Annotation& annotation) const;

  // "Number=Sing|Tense=Past" by Token::morph, each in the order in which spaCy prints it. The first is "".
  std::span<const std::string> morph_names() const { return morph_names_; }

 private:
  struct Outcome {
    std::uint16_t morph, lemma;
    Pos pos;
    Tag tag;
    Dep dep;
    std::uint8_t sets;  // bits: 1 << RuledAttribute, and kBeginsContext
  };
  static constexpr std::uint8_t kBeginsContext = 1 << kRuledAttributes;
  using Values = std::array<std::uint16_t, kRuledAttributes>;
  struct ContextStep {
    std::string_view words, tags, deps, space;  // one byte a class
  };
  struct ContextPattern {
    std::uint16_t rule, target;
    Values values;
    std::vector<ContextStep> steps;
  };
  // A pattern of several tokens that has matched and whose target is not reached yet.
  struct Match {
    std::size_t token;
    const ContextPattern* pattern;
  };

  void read_lists(std::span<const std::byte> bytes, const LabelNames& names);
  void read_contexts(BinaryReader& in);
  void check_tables(std::span<const FrozenSlot> words) const;
  Outcome outcome_of(const Values& values) const;
  std::size_t word_class(std::string_view lower) const { return words_.find(murmur64a(lower)).value_or(0); }
  std::size_t outcome_number(const Annotation& annotation, const Token& token) const;
  bool allows(const ContextStep& step, const Annotation& annotation, const Token& token) const;
  void find_contexts(const Annotation& annotation, std::size_t begin, std::vector<Match>& matches) const;
  Outcome with_contexts(std::size_t number, std::size_t token, std::vector<Match>& matches) const;
  void set(const Outcome& outcome, Annotation& annotation, Token& token) const;

  std::array<std::uint16_t, 256> tag_class_{}, dep_class_{};  // by label
  std::size_t word_classes_ = 0, tag_classes_ = 0, dep_classes_ = 0;
  FrozenMap words_;
  std::span<const std::uint16_t> rows_, cells_;
  std::span<const RulerOutcome> stored_;
  std::vector<Outcome> outcomes_;  // `stored_` with labels in place of numbers
  std::vector<ContextPattern> contexts_;
  // What the numbers in RulerOutcome::values stand for, less one.
  std::vector<std::string> morph_names_;
  std::vector<std::string_view> lemmas_;
  std::vector<Pos> pos_values_;
  std::vector<Tag> tag_values_;
  std::vector<Dep> dep_values_;
};

}  // namespace annals
