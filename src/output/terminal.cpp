// Display width by utf8proc, and the taming of control characters.
#include "output/terminal.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"

namespace annals {
namespace {

// C0 controls and DEL, and the C1 controls U+0080 to U+009F, which some terminals obey as well.
bool is_control(std::string_view sequence) {
  const auto c = static_cast<unsigned char>(sequence[0]);
  return c < 0x20 || c == 0x7F || (c == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0);
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = std::max<std::size_t>(sequence_length(text.substr(i)), 1);
    const std::string_view sequence = text.substr(i, length);
    i += length;
    if (sequence.find_first_of(" \t\r\n\f\v") != sequence.npos) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.append(is_control(sequence) ? kReplacement : sequence);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t code_point;
    const auto length = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &code_point);
    if (length <= 0) break;
    width += static_cast<std::size_t>(utf8proc_charwidth(code_point));
    i += static_cast<std::size_t>(length);
  }
  return width;
}

}  // namespace annals
