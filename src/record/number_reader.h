// Bare numbers, in figures and in words: "1,643", "tens of thousands", "one in five".
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "language/annotation.h"
#include "record/quantity_lexicon.h"

namespace annals {

// A bare number and where it ends.
struct NumberHit {
  double value = 0;
  std::uint32_t end = 0;
  bool round = false;     // "hundreds": a floor
  bool loose = false;     // "a few hundred"
  bool fraction = false;  // percent
  bool figures = false;
  std::uint32_t inside = 0;  // bytes of a last token that goes on after the number: "62-member"
};

// Reads the numbers of one story. Borrows both.
class NumberReader {
 public:
  NumberReader(const QuantityLexicon& lexicon, const Annotation& annotation)
      : lexicon_(lexicon), annotation_(annotation), size_(static_cast<std::uint32_t>(annotation.tokens.size())) {}

  // Whether a number may begin here. Cheap: most words are neither.
  bool may_begin(std::uint32_t i) const;

  // The number that begins at the token.
  std::optional<NumberHit> number_at(std::uint32_t i) const;

  std::string_view lower(std::uint32_t i) const { return i < size_ ? annotation_.lower(i) : std::string_view{}; }
  bool is(std::uint32_t i, std::string_view word) const { return lower(i) == word; }
  bool is_hyphen(std::uint32_t i) const { return is(i, "-") || is(i, "–") || is(i, "‐"); }
  std::uint32_t skip_hyphen(std::uint32_t i) const { return is_hyphen(i) ? i + 1 : i; }
  bool joined(std::uint32_t i) const {  // to the token after it
    return i + 1 < size_ && annotation_.tokens[i].bytes.end == annotation_.tokens[i + 1].bytes.begin;
  }

 protected:
  using Class = QuantityClass;

  const QuantityLexicon& lexicon_;
  const Annotation& annotation_;
  const std::uint32_t size_;

 private:
  std::optional<NumberHit> below_hundred(std::uint32_t i) const;
  std::optional<double> scale_at(std::uint32_t i, bool after_figures) const;
  void take_scales(NumberHit& hit) const;
  std::optional<NumberHit> figures_at(std::uint32_t i) const;
  std::optional<NumberHit> round_at(std::uint32_t i) const;
  std::optional<NumberHit> few_at(std::uint32_t i) const;
  std::optional<NumberHit> spelled_at(std::uint32_t i) const;
  std::optional<NumberHit> small_at(std::uint32_t i) const;
  static bool is_whole(double value);
  std::optional<NumberHit> share_at(std::uint32_t i) const;
};

}  // namespace annals
