// Numbers written in figures, read from the shape of one token: 1998, 5th, 1990s, 10:35, 7.30pm, 11/7/2023, 1/2.
#pragma once
#include <cstdint>
#include <string_view>

namespace annals {

struct Numeral {
  enum class Kind : std::uint8_t {
    none,
    plain,     // a: the number; digits: how many figures it has. "1,500" too, with digits 0
    ordinal,   // 5th: a
    decade,    // 1990s, 90s: a is the year or its last two figures
    clock,     // 10:35, 7.30pm, 9pm: a hour, b minute; meridiem 0 or 12, or -1 where not said
    slashed,   // 11/7/2023, 2023/11/07, 11/7: a, b, c in that order; c is -1 where there are two
    hyphened,  // 2023-11-07 as one token
    quarter,   // Q3: a
    half,      // H1: a
  };
  Kind kind = Kind::none;
  std::uint8_t digits = 0;  // of the first number
  bool mid = false;         // "mid-1990s", which the tokenizer leaves whole
  bool apostrophe = false;  // '98, '90s
  std::int16_t meridiem = -1;
  int a = 0, b = 0, c = -1;

  bool is(Kind k) const { return kind == k; }
  bool plain_between(int low, int high) const { return kind == Kind::plain && digits > 0 && low <= a && a <= high; }
};

// `lower` is the token in lower case.
Numeral numeral_of(std::string_view lower);

}  // namespace annals
