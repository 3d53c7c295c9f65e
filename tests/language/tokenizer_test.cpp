// The tokenizer gives spaCy's tokens, for any text, in bounded time and memory, from any number of threads.
#include "language/tokenizer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "base/string_key.h"
#include "base/tsv.h"
#include "base/unicode.h"
#include "language/tokenizer_fixture.h"

namespace annals {
namespace {

// The tokens of `text`, valid until the next call: lexemes without an id belong to the workspace.
const std::vector<TokenPiece>& tokenize(const Tokenizer& tokenizer, std::string_view text) {
  static TokenizerWorkspace workspace;
  static std::vector<TokenPiece> tokens;
  tokenizer.tokenize(text, workspace, tokens);
  return tokens;
}

std::string_view text_of(std::string_view text, const TokenPiece& token) {
  return text.substr(token.bytes.begin, token.bytes.size());
}

// Tokens as the fixture writes them.
std::string print(std::string_view text, const std::vector<TokenPiece>& tokens) {
  std::string line;
  for (const TokenPiece& token : tokens) line.append(line.empty() ? "" : " ").append(escape(text_of(text, token)));
  return line;
}

// Every byte belongs to one token or is the space after one, and a lexeme is that of its token's text.
void expect_covered(std::string_view text, const std::vector<TokenPiece>& tokens) {
  std::uint32_t at = 0;
  for (const TokenPiece& token : tokens) {
    ASSERT_EQ(token.bytes.begin, at);
    ASSERT_LT(token.bytes.begin, token.bytes.end);
    ASSERT_EQ(token.lexeme->text, text_of(text, token));
    at = token.bytes.end;
    if (token.space_after) {
      ASSERT_LT(at, text.size());
      ASSERT_EQ(text[at], ' ');
      ++at;
    }
  }
  ASSERT_EQ(at, text.size());
}

std::string repeat(std::string_view s, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += s;
  return text;
}

void expect_fixture(const Tokenizer& tokenizer) {
  const std::string file = read_fixture("tokenizer.tsv");
  const TsvTable table(file, "tests/language/tokenizer.tsv");
  ASSERT_GT(table.rows().size(), 150u);
  for (const TsvRow& row : table) {
    SCOPED_TRACE("line " + std::to_string(row.line) + ": " + std::string(row[table.column("why")]));
    const std::string text = unescape(row[table.column("text")]);
    const auto& tokens = tokenize(tokenizer, text);
    EXPECT_EQ(print(text, tokens), row[table.column("tokens")]);
    expect_covered(text, tokens);

    // The fixture lists, in order, the tokens whose norm is not their lower-case form.
    std::vector<std::pair<std::string, std::uint64_t>> expected, norms;
    for (const std::string_view entry : split_cell(row[table.column("norms")], ' ')) {
      const auto equals = entry.find('=', 1);
      expected.emplace_back(unescape(entry.substr(0, equals)), string_key(unescape(entry.substr(equals + 1))));
    }
    for (const TokenPiece& token : tokens) {
      if (token.lexeme->norm != token.lexeme->lower) norms.emplace_back(text_of(text, token), token.lexeme->norm);
    }
    EXPECT_EQ(norms, expected);
  }
}

TEST(Tokenizer, GivesTheTokensOfSpacy) { expect_fixture(Tokenizer(tokenizer_model())); }

TEST(Tokenizer, GivesThemAgainFromTheCache) {
  const Tokenizer tokenizer(tokenizer_model());
  expect_fixture(tokenizer);
  expect_fixture(tokenizer);
}

TEST(Tokenizer, ReadsTheSecondPipeline) { expect_fixture(Tokenizer(second_tokenizer_model())); }

TEST(Tokenizer, GivesTheSameWithoutRoomInTheCache) {
  expect_fixture(Tokenizer(tokenizer_model(), {.lexemes = 0, .chunks = 0, .bytes = 0}));
  expect_fixture(Tokenizer(tokenizer_model(), {.lexemes = 2000, .chunks = 20, .bytes = 1 << 20}));
}

TEST(Tokenizer, NumbersCachedWordsDensely) {
  const Tokenizer tokenizer(tokenizer_model(), {.lexemes = 3000, .chunks = 3000});
  EXPECT_EQ(tokenizer.lexeme_limit(), 3000u);
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word" + std::to_string(i * 7919) + " ";
  std::size_t without = 0;
  for (const TokenPiece& token : tokenize(tokenizer, text)) {
    if (token.lexeme->id == kNoLexemeId) {
      ++without;
    } else {
      EXPECT_LT(token.lexeme->id, 3000u);
    }
  }
  EXPECT_GT(without, 2000u);
  EXPECT_LT(without, 5000u);
}

TEST(Tokenizer, KeepsTheLexemeOfAWordInOnePlace) {
  const Lexeme* envoy = tokenize(shared_tokenizer(), "The envoy left.")[1].lexeme;
  const auto& tokens = tokenize(shared_tokenizer(), "An envoy came, and the \"envoy\" spoke.");
  EXPECT_EQ(tokens[1].lexeme, envoy);
  EXPECT_EQ(tokens[7].lexeme, envoy);
}

TEST(Tokenizer, GivesNothingForNothing) { EXPECT_TRUE(tokenize(shared_tokenizer(), "").empty()); }

TEST(Tokenizer, ForgetsTheTextBefore) {
  TokenizerWorkspace workspace;
  std::vector<TokenPiece> tokens;
  shared_tokenizer().tokenize("First a text :) with a face.", workspace, tokens);
  shared_tokenizer().tokenize("Then another.", workspace, tokens);
  EXPECT_EQ(print("Then another.", tokens), "Then another .");
}

// What would take spaCy, or a careless regular expression, time that grows with the square of the text or worse.
TEST(Tokenizer, TakesLinearTimeForHostileText) {
  constexpr std::size_t kSize = 300'000;
  const std::string address = repeat("x://a.b@", 2040) + " ";
  const std::vector<std::string_view> parts = {"a",        "\"",  "'",  "(",       ".",      ":",       ": ",
                                               ":)",       " ",   "\n", "a.",      "a:",     "a@",      "a-",
                                               "1+",       "5km", "'s", "(:",      "--",     "http://", "x://a.b@",
                                               "a:a.B@x.", "漢",  "👍",  "e\u0301", "\u00a0", "a\u3000", address};
  for (const std::string_view part : parts) {
    const std::string text = repeat(part, kSize);
    const auto start = std::chrono::steady_clock::now();
    const auto& tokens = tokenize(shared_tokenizer(), text);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    SCOPED_TRACE(std::string(part.substr(0, 20)));
    expect_covered(text, tokens);
    // A square of the size would be hours. Generous, for sanitizers and busy machines.
    EXPECT_LT(seconds.count(), 30.0);
  }
}

TEST(Tokenizer, CutsChunksThatAreTooLong) {
  const std::string text = repeat("é", 3 * Tokenizer::kLongestChunk);
  const auto& tokens = tokenize(shared_tokenizer(), text);
  expect_covered(text, tokens);
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[0].bytes.size(), Tokenizer::kLongestChunk);
  // One byte less, and the character that does not fit is left to the next part.
  const auto& shifted = tokenize(shared_tokenizer(), "a" + text);
  expect_covered("a" + text, shifted);
  EXPECT_EQ(shifted[0].bytes.size(), Tokenizer::kLongestChunk - 1);
}

TEST(Tokenizer, LeavesChunksOfTheLongestSizeWhole) {
  const std::string text = "http://example.org/" + std::string(Tokenizer::kLongestChunk - 19, 'x');
  EXPECT_EQ(tokenize(shared_tokenizer(), text).size(), 1u);
}

TEST(Tokenizer, ServesThreadsAtOnce) {
  const Tokenizer tokenizer(tokenizer_model(), {.lexemes = 4000, .chunks = 4000});
  std::vector<std::string> texts;
  const std::string file = read_fixture("tokenizer.tsv");
  const TsvTable table(file, "tests/language/tokenizer.tsv");
  for (const TsvRow& row : table) texts.push_back(unescape(row[table.column("text")]));
  for (int i = 0; i < 300; ++i) {
    texts.push_back("Town-" + std::to_string(i * 31) + " sent \"relief" + std::to_string(i % 40) + "\" :)");
  }
  std::vector<std::string> expected;
  for (const std::string& text : texts) expected.push_back(print(text, tokenize(shared_tokenizer(), text)));

  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      TokenizerWorkspace workspace;
      std::vector<TokenPiece> tokens;
      for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t at = t % 2 == 0 ? i : texts.size() - 1 - i;
        tokenizer.tokenize(texts[at], workspace, tokens);
        if (print(texts[at], tokens) != expected[at]) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

TEST(Tokenizer, RefusesAModelWithoutItsSections) {
  const auto path = std::filesystem::temp_directory_path() / "annals_no_tokenizer.model";
  ModelWriter writer;
  writer.add_text("meta.name", "empty");
  writer.write(path.string());
  const ModelFile model(path.string());
  std::filesystem::remove(path);
  try {
    const Tokenizer tokenizer(model);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault, Fault::model);
    EXPECT_NE(std::string(error.what()).find("section tokenizer.rules is missing"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace annals
