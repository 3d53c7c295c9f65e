// Works out what depends on a word alone.
#include "language/lexeme.h"

#include <algorithm>
#include <array>

#include "base/string_key.h"
#include "base/unicode.h"
#include "language/annotation.h"
#include "model/word_class.h"

namespace annals {
namespace {

// spacy/lang/lex_attrs.py: word_shape gives this for words of a hundred characters and more.
constexpr std::string_view kLongShape = "LONG";
constexpr std::size_t kLongWord = 100;
constexpr int kShapeRun = 4;  // a longer run of the same kind of character is cut to this

constexpr std::array<std::string_view, 8> kBrackets = {"(", ")", "[", "]", "{", "}", "<", ">"};
constexpr std::array<std::string_view, 19> kQuotes = {"\"", "'", "`", "«", "»", "‘", "’", "‚",  "‛", "“",
                                                      "”",  "„", "‟", "‹", "›", "❮", "❯", "''", "``"};

bool contains(auto& list, std::string_view s) { return std::ranges::find(list, s) != list.end(); }

// What one pass over the characters finds out.
class CharacterPass {
 public:
  CharacterPass(std::string_view text, std::string& shape) : text_(text), shape_(shape) {
    shape_.clear();
    for (std::size_t at = 0; at < text.size();) {
      starts_[count_ % starts_.size()] = at;
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      if (count_++ == 0) first_size_ = at;
      read(text.substr(begin, at - begin), char_classes(c));
    }
    if (count_ >= kLongWord) shape_ = kLongShape;
  }

  std::string_view first() const { return text_.substr(0, first_size_); }
  std::string_view last_three() const {
    return count_ <= starts_.size() ? text_ : text_.substr(starts_[count_ % starts_.size()]);
  }

  std::uint16_t flags() const {
    std::uint16_t flags = 0;
    const auto set = [&](TokenFlag flag, bool value) { flags |= value ? flag : 0; };
    set(kIsSpace, all(kWhiteSpace));
    set(kIsPunct, all(kPunctuation));
    set(kIsAlpha, all(kLetter));
    set(kIsDigit, all(kDigit));
    set(kIsCurrency, all(kCurrencySign));
    set(kIsUpper, has(kUppercase) && !has(kLowercase | kTitlecase));
    set(kIsLower, has(kLowercase) && !has(kUppercase | kTitlecase));
    set(kIsTitle, has(kUppercase | kTitlecase) && titled_);
    return flags;
  }

 private:
  bool all(std::uint16_t classes) const { return (all_ & classes) != 0; }
  bool has(int classes) const { return (any_ & classes) != 0; }

  void read(std::string_view character, std::uint16_t classes) {
    all_ &= classes;
    any_ |= classes;
    // str.istitle: capitals only at the start of a run of cased characters, small letters only within one.
    const bool capital = (classes & (kUppercase | kTitlecase)) != 0;
    const bool small = !capital && (classes & kLowercase) != 0;
    if (capital ? previous_cased_ : small && !previous_cased_) titled_ = false;
    previous_cased_ = capital || small;
    if (count_ <= kLongWord) add_shape(character, classes);
  }

  void add_shape(std::string_view character, std::uint16_t classes) {
    if ((classes & kLetter) != 0) {
      character = (classes & kUppercase) != 0 ? "X" : "x";
    } else if ((classes & kDigit) != 0) {
      character = "d";
    }
    run_ = character == last_shape_ ? run_ + 1 : 0;
    last_shape_ = character;
    if (run_ < kShapeRun) shape_ += character;
  }

  std::string_view text_;
  std::string& shape_;
  std::size_t count_ = 0;                 // characters
  std::size_t first_size_ = 0;            // bytes of the first
  std::array<std::size_t, 3> starts_{};   // of the last three, at their number modulo 3
  std::uint16_t all_ = 0xFFFF, any_ = 0;  // classes that all, and that some, have
  bool titled_ = true, previous_cased_ = false;
  std::string_view last_shape_;
  int run_ = 0;
};

bool is_digits(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    if ((char_classes(next_code_point(s, at)) & kDigit) == 0) return false;
  }
  return !s.empty();
}

bool is_letters(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    if ((char_classes(next_code_point(s, at)) & kLetter) == 0) return false;
  }
  return !s.empty();
}

std::string_view without_sign(std::string_view s) {
  for (const std::string_view sign : {"+", "-", "±", "~"}) {
    if (s.starts_with(sign)) return s.substr(sign.size());
  }
  return s;
}

}  // namespace

LexemeRules::LexemeRules(const ModelFile& model)
    : norms_(model.array<FrozenSlot>("lexeme.norms")),
      norm_keys_(model.array<std::uint64_t>("lexeme.norm_keys")),
      words_(model.array<FrozenSlot>("lexeme.words")) {}

Lexeme LexemeRules::describe(std::string_view text, const TokenizerRules& rules, RegexScratch& regex,
                             LexemeScratch& scratch) const {
  const CharacterPass pass(text, scratch.shape);
  scratch.lower.clear();
  append_lower(scratch.lower, text);
  std::uint16_t flags = pass.flags();
  if (contains(kQuotes, text)) flags |= kIsQuote;
  if (contains(kBrackets, text)) flags |= kIsBracket;
  if (has_class(scratch.lower, kStopWord)) flags |= kIsStop;
  if (is_like_number(text, scratch.lower, scratch)) flags |= kLikeNum;
  if (is_like_url(text, rules, regex)) flags |= kLikeUrl;

  Lexeme lexeme{};
  lexeme.orth = string_key(text);
  lexeme.lower = string_key(scratch.lower);
  lexeme.norm = norm(lexeme.orth, lexeme.lower);
  lexeme.prefix = string_key(pass.first());
  lexeme.suffix = string_key(pass.last_three());
  lexeme.shape = string_key(scratch.shape);
  lexeme.text = text;
  lexeme.lower_text = scratch.lower;
  lexeme.id = kNoLexemeId;
  lexeme.flags = flags;
  return lexeme;
}

std::uint64_t LexemeRules::norm(std::uint64_t orth, std::uint64_t lower) const {
  const auto index = norms_.find(orth);
  return index && *index < norm_keys_.size() ? norm_keys_[*index] : lower;
}

bool LexemeRules::is_stop_word(std::string_view lower) const { return has_class(lower, kStopWord); }

bool LexemeRules::has_class(std::string_view lower, std::uint32_t word_class) const {
  return (words_.find(string_key(lower)).value_or(0) & word_class) != 0;
}

// spacy/lang/en/lex_attrs.py: like_num. Figures with signs, separators and one slash, numbers written out, ordinals.
bool LexemeRules::is_like_number(std::string_view text, std::string_view lower, LexemeScratch& scratch) const {
  std::string& stripped = scratch.stripped;
  stripped = without_sign(text);
  std::erase_if(stripped, [](char c) { return c == ',' || c == '.'; });
  if (is_digits(stripped)) return true;
  if (const auto slash = stripped.find('/'); slash != stripped.npos && stripped.find('/', slash + 1) == stripped.npos) {
    const std::string_view s = stripped;
    if (is_digits(s.substr(0, slash)) && is_digits(s.substr(slash + 1))) return true;
  }
  std::string lowered;
  if (stripped.size() != text.size()) {
    append_lower(lowered, stripped);
    lower = lowered;
  }
  if (has_class(lower, kNumberWord)) return true;
  const bool ordinal = lower.ends_with("st") || lower.ends_with("nd") || lower.ends_with("rd") || lower.ends_with("th");
  return ordinal && is_digits(lower.substr(0, lower.size() - 2));
}

// spacy/lang/lex_attrs.py: like_url.
bool LexemeRules::is_like_url(std::string_view text, const TokenizerRules& rules, RegexScratch& regex) const {
  if (text.starts_with("http://") || text.starts_with("https://")) return true;
  if (text.starts_with("www.") && text.size() >= 5) return true;
  if (text.front() == '.' || text.back() == '.') return false;
  const auto dot = text.rfind('.');
  if (dot == text.npos || text.find('@') != text.npos) return false;
  const std::string_view domain = text.substr(dot + 1, text.find(':', dot) - (dot + 1));
  if (domain.ends_with('/')) return true;
  if (has_class(domain, kTopLevelDomain) && is_letters(domain)) return true;
  return rules.url_matches(text, regex);
}

}  // namespace annals
