// Finds the frame that a word fires in its clause, and the phrases that fill the frame's slots.
#pragma once
#include <cstdint>
#include <vector>

#include "record/act_lexicon.h"
#include "record/clauses.h"
#include "record/semantic_classes.h"

namespace annals {

// Classes of the words of one story, worked out when they are first asked for.
struct ClassCache {
  std::vector<ClassSet> sets;
  std::vector<char> known;

  void begin(std::size_t tokens) {
    sets.resize(tokens);
    known.assign(tokens, 0);
  }
};

class ActMatcher {
 public:
  // Borrows both, for as long as it lives.
  ActMatcher(const ActLexicon& lexicon, const SemanticClasses& classes)
      : lexicon_(&lexicon), classes_(&classes), transparent_(classes.find("TRANSPARENT")) {}

  // The frame that the word at `token` fires, which may be one that names no act; nullptr if none holds.
  const ActFrame* best(const Clauses& clauses, std::uint32_t token, ClassCache& cache) const;

  // Appends the heads of the phrases that a slot's path leads to from `token`.
  static void follow(const Clauses& clauses, std::uint32_t token, const ActSlot& slot, std::vector<std::uint32_t>& out);

  // Appends the nouns that the frame's conditions on object and prepositions name: "sanctions" of "lifted sanctions",
  // "talks" of "walked out of a round of talks".
  void named(const ActFrame& frame, const Clauses& clauses, std::uint32_t token, ClassCache& cache,
             std::vector<std::uint32_t>& out) const;

  const ClassSet& classes_of(const Annotation& annotation, std::uint32_t token, ClassCache& cache) const;

 private:
  bool holds(const ActFrame& frame, const Clauses& clauses, std::uint32_t token, ClassCache& cache) const;
  bool matches(const ActItem& item, const Clauses& clauses, std::uint32_t token, ClassCache& cache) const;
  void open_up(const Clauses& clauses, std::vector<std::uint32_t>& heads, ClassCache& cache) const;
  bool any_matches(const std::vector<ActItem>& items, const Clauses& clauses, std::uint32_t head,
                   ClassCache& cache) const;
  bool has_particle(const ActFrame& frame, const Clauses& clauses, std::uint32_t token) const;
  bool has_modifier(const ActFrame& frame, const Clauses& clauses, std::uint32_t token, ClassCache& cache) const;
  bool has_preposition(const ActFrame& frame, const Clauses& clauses, std::uint32_t token, ClassCache& cache) const;
  bool has_complement(const ActComplement& complement, const Clauses& clauses, std::uint32_t token,
                      ClassCache& cache) const;
  bool is_one_of(const std::vector<ActComplement::Verb>& words, const Clauses& clauses, std::uint32_t token,
                 ClassCache& cache) const;

  const ActLexicon* lexicon_;
  const SemanticClasses* classes_;
  int transparent_;  // the class of nouns that only measure
};

}  // namespace annals
