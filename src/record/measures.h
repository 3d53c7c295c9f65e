// Which series a counted thing belongs to: lexicon/measures.tsv.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/tsv.h"
#include "language/annotation.h"
#include "record/semantic_classes.h"

namespace annals {

enum class MeasurePos : std::uint8_t { verb, noun, adj, aid, appeal, home };
enum class MeasureSlot : std::uint8_t { obj, subj, self, of };

struct MeasureEntry {
  std::string measure;
  std::string words;  // a lemma or a phrase
  MeasurePos pos;
  MeasureSlot slot;
  std::string state;    // "killed"
  bool people = false;  // only of people
  bool home = false;    // only of people who lose their homes
  std::string source;   // "lexicon/measures.tsv:12"
};

class MeasureLexicon {
 public:
  // Columns measure, word, pos, slot, state, needs. Throws Error{Fault::lexicon}. Later tables win.
  void add(const TsvTable& table, std::string_view where);

  // The entry of the word at `token` in this part, or nullptr. Valid as long as the lexicon.
  const MeasureEntry* find(const Annotation& annotation, std::uint32_t token, MeasurePos pos, MeasureSlot slot) const;

 private:
  StringMap<std::vector<MeasureEntry>> entries_;  // by last word; the longer phrase first
};

}  // namespace annals
