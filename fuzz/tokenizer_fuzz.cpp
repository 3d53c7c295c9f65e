// Feeds text to the tokenizer: its tokens must cover every byte, and be the same from the cache, without one, and for
// another thread's workspace.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "language/tokenizer.h"
#include "model/model_file.h"

namespace {

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

  const std::string text = annals::repair({reinterpret_cast<const char*>(data), size}).text;
  cached.tokenize(text, first_workspace, first);
  check_covers(text, first);
  cached.tokenize(text, second_workspace, second);
  check_same(first, second);
  uncached.tokenize(text, second_workspace, second);
  check_same(first, second);
  return 0;
}
