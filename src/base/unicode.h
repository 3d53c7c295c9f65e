// Code points and their classes, with the meaning that Python's str methods give them.
//
// The pipeline's features were computed by Python (str.lower, isalpha, isdigit, istitle, isspace and so on), so the
// classes here follow Objects/unicodectype.c and Objects/unicodeobject.c of CPython 3.11, which has Unicode 14.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annals {

// The code point that starts at `at` of well-formed UTF-8, and moves `at` behind it.
inline char32_t next_code_point(std::string_view s, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return s[at++];
  char32_t c = 0;
  if (first < 0xE0) {
    c = (first & 0x1FU) << 6 | (byte(at + 1) & 0x3FU);
    at += 2;
  } else if (first < 0xF0) {
    c = (first & 0x0FU) << 12 | (byte(at + 1) & 0x3FU) << 6 | (byte(at + 2) & 0x3FU);
    at += 3;
  } else {
    c = (first & 0x07U) << 18 | (byte(at + 1) & 0x3FU) << 12 | (byte(at + 2) & 0x3FU) << 6 | (byte(at + 3) & 0x3FU);
    at += 4;
  }
  return c;
}

// Whether a byte of UTF-8 continues a sequence that began before it.
inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

void append_utf8(std::string& out, char32_t c);

// Bits of char_classes().
enum CharClass : std::uint16_t {
  kLetter = 1 << 0,         // isalpha: categories L*
  kUppercase = 1 << 1,      // isupper of the character alone: Lu and Other_Uppercase
  kLowercase = 1 << 2,      // islower of the character alone: Ll and Other_Lowercase
  kTitlecase = 1 << 3,      // Lt
  kDigit = 1 << 4,          // isdigit: Nd, and superscript, circled and like digits
  kPunctuation = 1 << 5,    // categories P*
  kCurrencySign = 1 << 6,   // Sc
  kWhiteSpace = 1 << 7,     // isspace
  kCaseIgnorable = 1 << 8,  // Case_Ignorable of the Unicode standard, D136
};
std::uint16_t char_classes(char32_t c);

// Appends str.lower() of well-formed UTF-8: full mapping, with the final sigma.
void append_lower(std::string& out, std::string_view s);

}  // namespace annals
