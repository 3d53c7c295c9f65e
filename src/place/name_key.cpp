// Folding of names: ASCII by hand, the rest by Unicode decomposition.
#include "place/name_key.h"

#include <utf8proc.h>
#include <xxhash.h>

#include <array>
#include <utility>

namespace annals {
namespace {

constexpr std::uint64_t kExactSeed = 1;  // keeps abbreviations apart from folded names, which use seed 0

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kShortWords = {
    {{"saint", "st"}, {"sainte", "ste"}, {"mount", "mt"}, {"fort", "ft"}}};

// Latin letters that Unicode does not decompose (UAX #15 leaves strokes and ligatures alone).
std::string_view undecomposed(utf8proc_int32_t letter) {
  switch (letter) {
    case 0xE6:
      return "ae";  // æ
    case 0xF0:
      return "d";  // ð
    case 0xF8:
      return "o";  // ø
    case 0xFE:
      return "th";  // þ
    case 0x111:
      return "d";  // đ
    case 0x131:
      return "i";  // ı
    case 0x142:
      return "l";  // ł
    case 0x153:
      return "oe";  // œ
    case 0x259:
      return "a";  // ə, as English writes Azerbaijani names
    default:
      return {};
  }
}

bool is_apostrophe(utf8proc_int32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201B || (c >= 0x2B9 && c <= 0x2CF);  // quotes and modifier letters
}

bool is_break(utf8proc_int32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x2015) || c == 0x202F;  // spaces and dashes
}

}  // namespace

void NameFolder::put(std::string_view letters) {
  if (space_) {
    end_word();
    if (!text_.empty()) text_ += ' ';
    word_ = text_.size();
    space_ = false;
  }
  text_ += letters;
}

void NameFolder::end_word() {
  const std::string_view word = std::string_view(text_).substr(word_);
  if (word == "the" && word_ == 0) {
    text_.clear();
    return;
  }
  for (const auto& [full, brief] : kShortWords) {
    if (word == full) {
      text_.replace(word_, std::string::npos, brief);
      return;
    }
  }
}

void NameFolder::add(std::string_view utf8) {
  std::size_t i = 0;
  while (i < utf8.size()) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      ++i;
      if (byte >= 'A' && byte <= 'Z') {
        const char lower = static_cast<char>(byte + 32);
        put({&lower, 1});
      } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
        put(utf8.substr(i - 1, 1));
      } else if (byte == '-' || byte == '/' || byte <= ' ' || byte == '_' || byte == '(' || byte == ')') {
        space_ = true;
      }
      continue;
    }
    utf8proc_int32_t c = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data() + i),
                                       static_cast<utf8proc_ssize_t>(utf8.size() - i), &c);
    if (size <= 0) {
      ++i;
      continue;
    }
    i += static_cast<std::size_t>(size);
    if (is_apostrophe(c)) continue;
    if (is_break(c)) {
      space_ = true;
      continue;
    }
    std::array<utf8proc_int32_t, 16> parts{};
    int boundary = 0;
    const auto count = utf8proc_decompose_char(
        c, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK),
        &boundary);
    for (utf8proc_ssize_t k = 0; k < count && k < static_cast<utf8proc_ssize_t>(parts.size()); ++k) {
      const utf8proc_int32_t part = parts[static_cast<std::size_t>(k)];
      if (const std::string_view plain = undecomposed(part); !plain.empty()) {
        put(plain);
        continue;
      }
      std::array<utf8proc_uint8_t, 4> bytes{};
      const auto length = utf8proc_encode_char(part, bytes.data());
      put({reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)});
    }
  }
}

std::string_view NameFolder::text() {
  end_word();
  return text_;
}

std::uint64_t NameFolder::key() {
  const std::string_view folded = text();
  return folded.empty() ? 0 : XXH3_64bits(folded.data(), folded.size());
}

std::uint64_t name_key(std::string_view name) {
  NameFolder folder;
  folder.add(name);
  return folder.key();
}

std::uint64_t exact_key(std::string_view text) {
  return text.empty() ? 0 : XXH3_64bits_withSeed(text.data(), text.size(), kExactSeed);
}

}  // namespace annals
