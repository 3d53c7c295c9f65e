// Words of motion and the slots of those who move and the places: lexicon/motion.tsv.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/tsv.h"
#include "record/semantic_classes.h"

namespace annals {

enum class MotionPos : std::uint8_t { verb, noun };
enum class Mover : std::uint8_t { subj, obj, own, self, carrier };

struct MotionEntry {
  MotionPos pos;
  std::string particle;
  Mover mover;
  std::vector<std::string> to, from;  // prepositions; "obj" for the logical object
  std::string source;                 // "lexicon/motion.tsv:12"
};

class MotionLexicon {
 public:
  // Columns word, pos, particle, mover, to, from. Throws Error{Fault::lexicon}. Tables add up.
  void add(const TsvTable& table, std::string_view where);

  // The entries of a lemma in the order of the tables, or nullptr.
  const std::vector<MotionEntry>* find(std::string_view lemma) const;

  bool is_mover(std::string_view lemma) const { return movers_.contains(lemma); }
  bool is_place(std::string_view lemma) const { return places_.contains(lemma); }
  bool is_part(std::string_view lemma) const { return parts_.contains(lemma); }
  bool is_dwelling(std::string_view lemma) const { return dwellings_.contains(lemma); }
  bool is_awaited(std::string_view word) const { return awaited_.contains(word); }
  bool is_adverb(std::string_view word) const { return adverbs_.contains(word); }
  bool ends_tour(std::string_view lemma) const { return last_.contains(lemma); }
  bool begins_tour(std::string_view lemma) const { return first_.contains(lemma); }

 private:
  StringMap<std::vector<MotionEntry>> entries_;
  StringMap<bool> movers_, places_, adverbs_, last_, first_, parts_, dwellings_, awaited_;
};

}  // namespace annals
