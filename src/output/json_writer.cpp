// Escaping of strings and shortest forms of numbers.
#include "output/json_writer.h"

#include <array>

namespace annals {
namespace {

// The letter after the backslash for a byte that needs an escape (RFC 8259, section 7), 'u' for the long form, 0 for
// bytes that stand for themselves.
constexpr std::array<char, 256> kEscapes = [] {
  std::array<char, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[c] = 'u';
  table[0x7F] = 'u';  // allowed as it is, but terminals and line tools stumble over it
  table['"'] = '"';
  table['\\'] = '\\';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  return table;
}();

void append_escape(std::string& out, unsigned char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out.push_back('\\');
  out.push_back(kEscapes[c]);
  if (kEscapes[c] != 'u') return;
  out.append("00");
  out.push_back(kHex[c >> 4]);
  out.push_back(kHex[c & 15]);
}

}  // namespace

void JsonWriter::value(std::string_view text) {
  separate();
  out_.push_back('"');
  std::size_t plain = 0;  // bytes from here on are not written yet
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (kEscapes[c] == 0) continue;
    out_.append(text, plain, i - plain);
    append_escape(out_, c);
    plain = i + 1;
  }
  out_.append(text, plain);
  out_.push_back('"');
  first_ = false;
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  constexpr double kExact = 9007199254740992.0;  // 2^53: up to here doubles hold every whole number
  if (number == std::trunc(number) && std::abs(number) <= kExact) return value(static_cast<std::int64_t>(number));
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof(digits), number).ptr;
  raw({digits, static_cast<std::size_t>(end - digits)});
}

}  // namespace annals
