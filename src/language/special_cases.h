// The tokenizer's exceptions: texts whose tokens, and the norms of these, are laid down one by one.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/word_cache.h"

namespace annals {

// As the model file has it; views into the model.
struct SpecialCasePart {
  std::string_view orth;
  std::string_view norm;
  bool has_norm;
};
struct SpecialCase {
  std::string_view text;
  std::vector<SpecialCasePart> parts;
};
// Reads section tokenizer.exceptions. Throws Error{Fault::model}.
std::vector<SpecialCase> read_special_cases(const ModelFile& model);

// The pieces of every special case, by its text.
class SpecialCaseTable {
 public:
  void add(std::string_view text, std::vector<Piece> pieces);

  // Empty where `text` is no special case. Valid as long as the table.
  std::span<const Piece> find(std::string_view text) const {
    if (text.size() > longest_) return {};
    const auto at = pieces_.find(text);
    return at == pieces_.end() ? std::span<const Piece>{} : at->second;
  }

 private:
  struct Hash {
    std::size_t operator()(std::string_view s) const { return text_hash(s); }
  };
  std::size_t longest_ = 0;  // bytes
  std::unordered_map<std::string_view, std::vector<Piece>, Hash> pieces_;
};

// Finds, in a sequence of words, those that the tokenizer makes of a special case when it does not know the case: what
// spaCy's PhraseMatcher does (spacy/matcher/phrasematcher.pyx), on orths.
class SpecialCaseMatcher {
 public:
  // `words`: the string_key of each word.
  void add(std::span<const std::uint64_t> words);

  bool can_begin_with(std::uint64_t word) const { return next_.contains({kRoot, word}); }

  // The lengths, ascending, of all patterns that match from word 0 on; `word(i)` gives the key of word i, or 0 where
  // the text has ended.
  template <typename Word, typename Report>
  void match(const Word& word, const Report& report) const {
    std::uint32_t node = kRoot;
    for (std::uint32_t length = 0;; ++length) {
      if (ends_.contains(node)) report(length);
      const std::uint64_t key = word(length);
      const auto next = key == 0 ? next_.end() : next_.find({node, key});
      if (next == next_.end()) return;
      node = next->second;
    }
  }

 private:
  static constexpr std::uint32_t kRoot = 0;

  struct Step {
    std::uint32_t node;
    std::uint64_t word;
    bool operator==(const Step&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Step& step) const { return step.word ^ (step.node * 0x9E3779B97F4A7C15ULL); }
  };
  std::unordered_map<Step, std::uint32_t, Hash> next_;
  std::unordered_set<std::uint32_t> ends_;
  std::uint32_t nodes_ = 1;
};

}  // namespace annals
