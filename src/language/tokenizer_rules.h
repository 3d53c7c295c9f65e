// The tokenizer's rules as the pipeline states them: where a chunk of text has a prefix, a suffix, infixes, or is to
// stay whole.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/regex.h"
#include "model/model_file.h"

namespace annals {

class TokenizerRules {
 public:
  // Compiles section tokenizer.rules. Throws Error{Fault::model}.
  explicit TokenizerRules(const ModelFile& model);

  // Lengths in bytes of what is to be cut off; 0 where nothing is.
  std::size_t prefix(std::string_view s, RegexScratch& scratch) const;
  std::size_t suffix(std::string_view s, RegexScratch& scratch) const;
  // All infixes from left to right, into `infixes`, which is emptied first.
  void infixes(std::string_view s, RegexScratch& scratch, std::vector<Regex::Match>& infixes) const;

  bool token_matches(std::string_view s, RegexScratch& scratch) const {
    return token_.match(s, 0, scratch).has_value();
  }
  bool url_matches(std::string_view s, RegexScratch& scratch) const { return url_.match(s, 0, scratch).has_value(); }
  bool has_token_match() const { return !token_.empty(); }
  // Whether exceptions without affixes and spaces are left out of the pass over whole texts.
  bool faster_heuristics() const { return faster_heuristics_; }

 private:
  Regex prefix_, suffix_, infix_, token_, url_;
  std::uint32_t suffix_bound_ = 0;  // characters; 0: unknown
  bool faster_heuristics_ = true;
};

}  // namespace annals
