// Code points, their classes and lower case, as Python has them.
#include "base/unicode.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

std::string lower(std::string_view s) {
  std::string out;
  append_lower(out, s);
  return out;
}

TEST(Unicode, LowersAsPythonDoes) {
  const struct {
    const char *text, *lower, *why;
  } rows[] = {
      {"NATO", "nato", "ASCII"},
      {"ÀÉÎ Ж", "àéî ж", "other letters"},
      {"İstanbul", "i\u0307stanbul", "I with a dot above keeps its dot"},
      {"ΟΔΟΣ", "οδος", "a sigma at the end of a word"},
      {"ΟΔΟΣ ΣΑΣ", "οδος σας", "at its start and its end"},
      {"ΑΣ.", "ας.", "a full stop does not continue the word"},
      {"ΑΣ'Α", "ασ'α", "an apostrophe does"},
      {"Σ", "σ", "a letter by itself"},
      {".Σ", ".σ", "nothing with case before it"},
      {"ǅ", "ǆ", "title case"},
      {"ß漢", "ß漢", "nothing to lower"},
      {"𐐀", "𐐨", "beyond the basic plane"},
  };
  for (const auto& row : rows) EXPECT_EQ(lower(row.text), row.lower) << row.why;
}

TEST(Unicode, Classes) {
  const struct {
    char32_t c;
    std::uint16_t classes;
    const char* why;
  } rows[] = {
      {'a', kLetter | kLowercase, "a small letter"},
      {U'Ж', kLetter | kUppercase, "a capital"},
      {U'ǅ', kLetter | kTitlecase, "a title-case letter"},
      {U'漢', kLetter, "a letter without case"},
      {U'ª', kLetter | kLowercase, "Other_Lowercase"},
      {0x345, kLowercase | kCaseIgnorable, "a mark with case"},
      {U'Ⅷ', kUppercase, "a Roman numeral is no letter"},
      {'7', kDigit, "a digit"},
      {U'²', kDigit, "a superscript"},
      {U'½', 0, "a fraction is no digit"},
      {'!', kPunctuation, "punctuation"},
      {'\'', kPunctuation | kCaseIgnorable, "punctuation within words"},
      {'$', kCurrencySign, "a currency sign"},
      {'+', 0, "a mathematical sign"},
      {' ', kWhiteSpace, "a space"},
      {0x1F, kWhiteSpace, "a control character that Python counts as space"},
      {0xA0, kWhiteSpace, "a space that does not break"},
      {0x200B, kCaseIgnorable, "a space without width is none"},
      {0x3000, kWhiteSpace, "a wide space"},
      {0x10FFFF, 0, "unassigned"},
  };
  for (const auto& row : rows) EXPECT_EQ(char_classes(row.c), row.classes) << row.why;
}

TEST(Unicode, CodePointsComeBackAsTheyWere) {
  for (char32_t c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string s;
    append_utf8(s, c);
    std::size_t at = 0;
    ASSERT_EQ(next_code_point(s, at), c);
    ASSERT_EQ(at, s.size());
  }
}

}  // namespace
}  // namespace annals
