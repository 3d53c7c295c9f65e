// Reads, keeps and finds the tokenizer's exceptions.
#include "language/special_cases.h"

#include <algorithm>

#include "base/binary.h"

namespace annals {

std::vector<SpecialCase> read_special_cases(const ModelFile& model) {
  constexpr const char* kSection = "tokenizer.exceptions";
  BinaryReader in(model.section(kSection), kSection);
  std::vector<SpecialCase> cases;
  for (auto left = in.get<std::uint32_t>(); left > 0; --left) {
    SpecialCase& special = cases.emplace_back();
    special.text = in.get_string();
    for (auto parts = in.get<std::uint32_t>(); parts > 0; --parts) {
      SpecialCasePart part;
      part.orth = in.get_string();
      part.has_norm = in.get<std::uint8_t>() != 0;
      part.norm = in.get_string();
      special.parts.push_back(part);
    }
  }
  return cases;
}

void SpecialCaseTable::add(std::string_view text, std::vector<Piece> pieces) {
  longest_ = std::max(longest_, text.size());
  pieces_.insert_or_assign(text, std::move(pieces));
}

void SpecialCaseMatcher::add(std::span<const std::uint64_t> words) {
  std::uint32_t node = kRoot;
  for (const std::uint64_t word : words) {
    const auto [next, added] = next_.try_emplace({node, word}, nodes_);
    if (added) ++nodes_;
    node = next->second;
  }
  ends_.insert(node);
}

}  // namespace annals
