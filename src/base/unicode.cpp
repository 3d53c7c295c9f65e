// Classes and lower case of code points. General categories and simple case mappings come from utf8proc; what it does
// not know (Other_Uppercase, Other_Lowercase, Numeric_Type=Digit, Word_Break) is listed here from Unicode 14's
// PropList.txt, DerivedNumericType.txt and WordBreakProperty.txt.
#include "base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <span>

namespace annals {
namespace {

struct Range {
  char32_t first, last;  // both inclusive
};

constexpr std::array kOtherLowercase = std::to_array<Range>({
    {0xAA, 0xAA},     {0xBA, 0xBA},     {0x2B0, 0x2B8},     {0x2C0, 0x2C1},     {0x2E0, 0x2E4},     {0x345, 0x345},
    {0x37A, 0x37A},   {0x1D2C, 0x1D6A}, {0x1D78, 0x1D78},   {0x1D9B, 0x1DBF},   {0x2071, 0x2071},   {0x207F, 0x207F},
    {0x2090, 0x209C}, {0x2170, 0x217F}, {0x24D0, 0x24E9},   {0x2C7C, 0x2C7D},   {0xA69C, 0xA69D},   {0xA770, 0xA770},
    {0xA7F8, 0xA7F9}, {0xAB5C, 0xAB5F}, {0x10780, 0x10780}, {0x10783, 0x10785}, {0x10787, 0x107B0}, {0x107B2, 0x107BA},
});
constexpr std::array kOtherUppercase = std::to_array<Range>(
    {{0x2160, 0x216F}, {0x24B6, 0x24CF}, {0x1F130, 0x1F149}, {0x1F150, 0x1F169}, {0x1F170, 0x1F189}});
constexpr std::array kOtherDigit = std::to_array<Range>({
    {0xB2, 0xB3},     {0xB9, 0xB9},       {0x1369, 0x1371},   {0x19DA, 0x19DA},   {0x2070, 0x2070},
    {0x2074, 0x2079}, {0x2080, 0x2089},   {0x2460, 0x2468},   {0x2474, 0x247C},   {0x2488, 0x2490},
    {0x24EA, 0x24EA}, {0x24F5, 0x24FD},   {0x24FF, 0x24FF},   {0x2776, 0x277E},   {0x2780, 0x2788},
    {0x278A, 0x2792}, {0x10A40, 0x10A43}, {0x10E60, 0x10E68}, {0x11052, 0x1105A}, {0x1F100, 0x1F10A},
});
// isspace: White_Space, or bidirectional class B, S or WS.
constexpr std::array kWhiteSpaces = std::to_array<Range>({
    {0x9, 0xD},
    {0x1C, 0x20},
    {0x85, 0x85},
    {0xA0, 0xA0},
    {0x1680, 0x1680},
    {0x2000, 0x200A},
    {0x2028, 0x2029},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
});
// Word_Break MidLetter, MidNumLet and Single_Quote.
constexpr std::array kMidLetter = std::to_array<Range>({
    {0x27, 0x27},
    {0x2E, 0x2E},
    {0x3A, 0x3A},
    {0xB7, 0xB7},
    {0x387, 0x387},
    {0x55F, 0x55F},
    {0x5F4, 0x5F4},
    {0x2018, 0x2019},
    {0x2024, 0x2024},
    {0x2027, 0x2027},
    {0xFE13, 0xFE13},
    {0xFE52, 0xFE52},
    {0xFE55, 0xFE55},
    {0xFF07, 0xFF07},
    {0xFF0E, 0xFF0E},
    {0xFF1A, 0xFF1A},
});

bool in(std::span<const Range> ranges, char32_t c) {
  const auto after = std::ranges::upper_bound(ranges, c, {}, &Range::first);
  return after != ranges.begin() && c <= std::prev(after)->last;
}

std::uint16_t category_classes(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
      return kLetter | kUppercase;
    case UTF8PROC_CATEGORY_LL:
      return kLetter | kLowercase;
    case UTF8PROC_CATEGORY_LT:
      return kLetter | kTitlecase;
    case UTF8PROC_CATEGORY_LM:
      return kLetter | kCaseIgnorable;
    case UTF8PROC_CATEGORY_LO:
      return kLetter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_SK:
      return kCaseIgnorable;
    case UTF8PROC_CATEGORY_ND:
      return kDigit;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return kPunctuation;
    case UTF8PROC_CATEGORY_SC:
      return kCurrencySign;
    default:
      return 0;
  }
}

std::uint16_t compute_classes(char32_t c) {
  std::uint16_t classes = category_classes(c);
  if (in(kOtherLowercase, c)) classes |= kLowercase;
  if (in(kOtherUppercase, c)) classes |= kUppercase;
  if (in(kOtherDigit, c)) classes |= kDigit;
  if (in(kWhiteSpaces, c)) classes |= kWhiteSpace;
  if (in(kMidLetter, c)) classes |= kCaseIgnorable;
  return classes;
}

constexpr std::uint16_t kCased = kUppercase | kLowercase | kTitlecase;
constexpr char32_t kCapitalSigma = 0x3A3;

// Whether a capital sigma at [begin, end) of `s` ends its word (Unicode standard, table 3-17: Final_Sigma).
bool is_final_sigma(std::string_view s, std::size_t begin, std::size_t end) {
  bool cased_before = false;
  while (begin > 0 && !cased_before) {
    do --begin;
    while (is_continuation(s[begin]));
    std::size_t at = begin;
    const std::uint16_t classes = char_classes(next_code_point(s, at));
    if ((classes & kCaseIgnorable) != 0) continue;
    if ((classes & kCased) == 0) return false;
    cased_before = true;
  }
  if (!cased_before) return false;
  while (end < s.size()) {
    const std::uint16_t classes = char_classes(next_code_point(s, end));
    if ((classes & kCaseIgnorable) == 0) return (classes & kCased) == 0;
  }
  return true;
}

}  // namespace

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::uint16_t char_classes(char32_t c) {
  static const auto ascii = [] {
    std::array<std::uint16_t, 128> table{};
    for (char32_t i = 0; i < table.size(); ++i) table[i] = compute_classes(i);
    return table;
  }();
  return c < ascii.size() ? ascii[c] : compute_classes(c);
}

void append_lower(std::string& out, std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(s, at);
    if (c < 0x80) {
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : static_cast<char>(c));
    } else if (c == 0x130) {
      out.append("i\xCC\x87");  // the one unconditional lower-case mapping of SpecialCasing.txt: I with dot above
    } else if (c == kCapitalSigma) {
      append_utf8(out, is_final_sigma(s, begin, at) ? 0x3C2 : 0x3C3);
    } else {
      append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
    }
  }
}

}  // namespace annals
