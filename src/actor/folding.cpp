// Folds names for look-up, with a table for ASCII and canonical decomposition for the rest.
#include "actor/folding.h"

#include <utf8proc.h>

#include <array>

#include "base/hash.h"
#include "base/unicode.h"

namespace annals {
namespace {

constexpr char kDropped = 0;

// What an ASCII character folds to.
constexpr std::array<char, 128> fold_table() {
  std::array<char, 128> table{};
  for (int c = 0; c < 128; ++c) {
    const char ch = static_cast<char>(c);
    if (ch >= 'A' && ch <= 'Z') {
      table[c] = static_cast<char>(ch + ('a' - 'A'));
    } else if ((ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || ch == '+' || ch == '$' || ch == '%') {
      table[c] = ch;
    } else if (ch <= ' ' || ch == '-' || ch == '/' || ch == '_') {
      table[c] = ' ';
    } else {
      table[c] = kDropped;
    }
  }
  return table;
}
constexpr auto kFold = fold_table();

// Letters that do not decompose, in the spelling of the English press.
std::string_view letter_without_marks(char32_t c) {
  switch (c) {
    case U'ø':
    case U'Ø':
      return "o";
    case U'ł':
    case U'Ł':
      return "l";
    case U'đ':
    case U'Đ':
    case U'ð':
      return "d";
    case U'ı':
      return "i";
    case U'ß':
      return "ss";
    case U'æ':
    case U'Æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'–':
    case U'—':
    case U'\u00A0':
      return " ";
    default:
      return {};
  }
}

void append_space(std::string& out, std::size_t begin) {
  if (out.size() > begin && out.back() != ' ') out += ' ';
}

void append_letter(std::string& out, std::size_t begin, char32_t c) {
  if (const auto plain = letter_without_marks(c); !plain.empty()) {
    if (plain == " ") return append_space(out, begin);
    out += plain;
    return;
  }
  if ((char_classes(c) & (kLetter | kDigit)) == 0) {
    if ((char_classes(c) & kWhiteSpace) != 0) append_space(out, begin);
    return;
  }
  utf8proc_int32_t parts[4];
  int boundary = 0;
  const auto n =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 4,
                              static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STABLE), &boundary);
  const char32_t base = n > 0 && n <= 4 ? static_cast<char32_t>(parts[0]) : c;
  append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(base))));
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      append_letter(out, begin, next_code_point(text, at));
      continue;
    }
    ++at;
    if (byte == '&') {
      append_space(out, begin);
      out += "and";
    } else if (kFold[byte] == ' ') {
      append_space(out, begin);
    } else if (kFold[byte] != kDropped) {
      out += kFold[byte];
    }
  }
  if (out.size() > begin && out.back() == ' ') out.pop_back();
}

std::uint64_t fold_key(std::string_view folded_name) {
  const std::uint64_t key = murmur64a(folded_name);
  return key == 0 ? 1 : key;
}

}  // namespace annals
