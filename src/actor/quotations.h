// Finds what stands between quotation marks, and the token that names who says it.
#pragma once
#include <cstdint>
#include <vector>

#include "language/annotation.h"

namespace annals {

struct Quotation {
  TokenSpan words;        // without the marks
  std::uint32_t speaker;  // the subject of the verb that governs it, or 0xFFFFFFFF
};

struct Quotations {
  std::vector<Quotation> all;
  std::vector<std::uint32_t> by_token;  // index into all, or 0xFFFFFFFF

  void find(const Annotation& story);
};

}  // namespace annals
