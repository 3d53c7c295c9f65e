// Finds statements: who says, asks, believes or shows what.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "annals/record.h"
#include "record/cue_lexicon.h"
#include "record/layers.h"
#include "record/quoted_spans.h"

namespace annals {

// The rule of a statement whose quotation began in a sentence before.
inline constexpr std::string_view kQuotationGoesOn = "quotation goes on";

struct StatementFinding {
  TokenSpan content;                   // without quotation marks at its ends
  std::uint32_t speaker = kNoToken;    // head of the phrase that names the source
  TokenSpan cue;                       // empty where layout alone says who speaks
  std::uint32_t addressee = kNoToken;  // head of the phrase; what is coordinated with it hears too
  StatementForm form = StatementForm::indirect;
  const Cue* entry = nullptr;  // the line of the lexicon, or nullptr
  std::string_view rule;       // the construction, for `why`; a literal
};

// Buffers are kept from story to story.
struct StatementWorkspace {
  std::vector<StatementFinding> found;
  std::vector<QuotedSpan> quoted;
  std::vector<std::uint32_t> quoted_by_token;  // index into quoted, or kNoToken
  std::vector<char> governs;                   // by token: a cue that has its content from the tree
};

class StatementFinder {
 public:
  explicit StatementFinder(const CueLexicon& cues) : cues_(cues) {}  // borrowed; the model owns it

  // Appends the statements of the story in the order of their contents.
  void find(const Layers& layers, StatementWorkspace& workspace, std::vector<StatementFinding>& findings) const;

  // Appends the findings as records. Speakers are named through the actor layer.
  void append_records(const Layers& layers, const std::vector<StatementFinding>& findings,
                      std::vector<Record>& records) const;

  // Fills `attributed_to` of the records that stand in what somebody says, by the innermost statement.
  static void attribute(const Layers& layers, const std::vector<StatementFinding>& findings,
                        std::vector<Record>& records);

 private:
  const CueLexicon& cues_;
};

}  // namespace annals
