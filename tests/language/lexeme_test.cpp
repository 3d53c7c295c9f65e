// What is known of a word by itself is what spaCy knows of it.
#include "language/lexeme.h"

#include <gtest/gtest.h>

#include "base/string_key.h"
#include "base/tsv.h"
#include "language/annotation.h"
#include "language/tokenizer_fixture.h"

namespace annals {
namespace {

std::string print_flags(std::uint16_t flags) {
  constexpr std::pair<TokenFlag, const char*> kNames[] = {
      {kIsSpace, "space"}, {kIsPunct, "punct"}, {kIsAlpha, "alpha"},      {kIsDigit, "digit"},     {kIsUpper, "upper"},
      {kIsTitle, "title"}, {kIsLower, "lower"}, {kIsQuote, "quote"},      {kIsBracket, "bracket"}, {kIsStop, "stop"},
      {kLikeNum, "num"},   {kLikeUrl, "url"},   {kIsCurrency, "currency"}};
  std::string line;
  for (const auto& [flag, name] : kNames) {
    if ((flags & flag) != 0) line.append(line.empty() ? "" : " ").append(name);
  }
  return line;
}

TEST(Lexeme, HasTheAttributesOfSpacy) {
  const std::string file = read_fixture("lexeme.tsv");
  const TsvTable table(file, "tests/language/lexeme.tsv");
  ASSERT_GT(table.rows().size(), 40u);
  TokenizerWorkspace workspace;
  std::vector<TokenPiece> tokens;
  for (const TsvRow& row : table) {
    SCOPED_TRACE("line " + std::to_string(row.line) + ": " + std::string(row[table.column("why")]));
    const auto cell = [&](const char* name) { return unescape(row[table.column(name)]); };
    const std::string word = cell("word");
    shared_tokenizer().tokenize(word, workspace, tokens);
    ASSERT_EQ(tokens.size(), 1u);
    const Lexeme& lexeme = *tokens[0].lexeme;
    EXPECT_EQ(lexeme.text, word);
    EXPECT_EQ(lexeme.lower_text, cell("lower"));
    EXPECT_EQ(lexeme.orth, string_key(word));
    EXPECT_EQ(lexeme.lower, string_key(cell("lower")));
    EXPECT_EQ(lexeme.norm, string_key(cell("norm")));
    EXPECT_EQ(lexeme.prefix, string_key(cell("prefix")));
    EXPECT_EQ(lexeme.suffix, string_key(cell("suffix")));
    EXPECT_EQ(lexeme.shape, string_key(cell("shape")));
    EXPECT_EQ(print_flags(lexeme.flags), row[table.column("flags")]);
  }
}

// "ca" of "can't" stands for "can", the word "ca" for itself.
TEST(Lexeme, HasTheNormOfItsTokenizerException) {
  TokenizerWorkspace workspace;
  std::vector<TokenPiece> tokens;
  shared_tokenizer().tokenize("ca can't ca", workspace, tokens);
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(tokens[0].lexeme, tokens[3].lexeme);
  EXPECT_NE(tokens[0].lexeme, tokens[1].lexeme);
  EXPECT_NE(tokens[0].lexeme->id, tokens[1].lexeme->id);
  EXPECT_EQ(tokens[0].lexeme->orth, tokens[1].lexeme->orth);
  EXPECT_EQ(tokens[0].lexeme->norm, string_key("ca"));
  EXPECT_EQ(tokens[1].lexeme->norm, string_key("can"));
}

}  // namespace
}  // namespace annals
