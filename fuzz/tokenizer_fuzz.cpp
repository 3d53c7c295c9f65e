// Feeds text to the tokenizer: its tokens must cover every byte, and be the same from the cache, without one, and for
// another thread's workspace.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "language/tokenizer.h"
#include "model/model_file.h"

namespace {

// The text up to the first malformed byte, or NUL: the tokenizer is given repaired text.
std::string_view well_formed(std::string_view s) {
  const auto continues = [&](std::size_t at, std::size_t count, unsigned char low, unsigned char high) {
    if (count >= s.size() - at) return false;
    const auto second = static_cast<unsigned char>(s[at + 1]);
    if (second < low || second > high) return false;
    for (std::size_t i = 2; i <= count; ++i) {
      if ((static_cast<unsigned char>(s[at + i]) & 0xC0) != 0x80) return false;
    }
    return true;
  };
  std::size_t at = 0;
  while (at < s.size() && s[at] != '\0') {
    const auto c = static_cast<unsigned char>(s[at]);
    const std::size_t more = c < 0x80 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    if (c >= 0x80 && (c < 0xC2 || c > 0xF4)) break;
    const unsigned char low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    if (more > 0 && !continues(at, more, low, high)) break;
    at += more + 1;
  }
  return s.substr(0, at);
}

void check(bool holds) {
  if (!holds) std::abort();
}

void check_covers(std::string_view text, const std::vector<annals::TokenPiece>& tokens) {
  std::uint32_t at = 0;
  for (const annals::TokenPiece& token : tokens) {
    check(token.bytes.begin == at && token.bytes.end > at && token.bytes.end <= text.size());
    check(token.lexeme->text == text.substr(at, token.bytes.size()));
    at = token.bytes.end + (token.space_after ? 1 : 0);
  }
  check(at == text.size());
}

void check_same(const std::vector<annals::TokenPiece>& a, const std::vector<annals::TokenPiece>& b) {
  check(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    check(a[i].bytes == b[i].bytes && a[i].space_after == b[i].space_after);
    check(a[i].lexeme->norm == b[i].lexeme->norm && a[i].lexeme->flags == b[i].lexeme->flags);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const annals::ModelFile model{ANNALS_MODEL};
  static const annals::Tokenizer cached{model};
  static const annals::Tokenizer uncached{model, {.lexemes = 0, .chunks = 0, .bytes = 0}};
  static annals::TokenizerWorkspace first_workspace, second_workspace;
  static std::vector<annals::TokenPiece> first, second;

  const std::string_view text = well_formed({reinterpret_cast<const char*>(data), size});
  cached.tokenize(text, first_workspace, first);
  check_covers(text, first);
  cached.tokenize(text, second_workspace, second);
  check_same(first, second);
  uncached.tokenize(text, second_workspace, second);
  check_same(first, second);
  return 0;
}
