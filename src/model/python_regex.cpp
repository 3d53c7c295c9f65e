// From Python's `re` to PCRE2, and the longest match of a suffix expression.
#include "model/python_regex.h"

#include <algorithm>
#include <vector>

#include "annals/error.h"

namespace annals {
namespace {

// str.isspace() as the inside of a character class, and its complement.
constexpr std::string_view kSpaces =
    R"(\x{9}-\x{D}\x{1C}-\x{20}\x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000})";
constexpr std::string_view kNoSpaces =
    R"(\x{0}-\x{8}\x{E}-\x{1B}\x{21}-\x{84}\x{86}-\x{9F}\x{A1}-\x{167F}\x{1681}-\x{1FFF}\x{200B}-\x{2027})"
    R"(\x{202A}-\x{202E}\x{2030}-\x{205E}\x{2060}-\x{2FFF}\x{3001}-\x{D7FF}\x{E000}-\x{10FFFF})";
constexpr std::string_view kWord = R"(\p{L}\p{N}_)";

class Converter {
 public:
  Converter(std::string_view python, const std::string& where) : python_(python), where_(where) {}

  std::string convert() {
    if (python_.starts_with("(?u)")) at_ = 4;  // the default for str
    while (at_ < python_.size()) {
      const char c = python_[at_];
      if (c == '\\') {
        escape();
      } else if (in_class_) {
        class_character(c);
      } else {
        character(c);
      }
    }
    return std::move(out_);
  }

 private:
  void character(char c) {
    copy(1);
    if (c == '[') {
      in_class_ = true;
      if (peek() == '^') copy(1);
      if (peek() == ']') {
        out_ += '\\';
        copy(1);
      }
    } else if (c == '{' && peek() == ',') {
      out_ += '0';  // {,n} is literal in PCRE2 before 10.43
    }
  }

  void class_character(char c) {
    if (c == '[') out_ += '\\';  // or "[:" would begin a POSIX class
    if (c == ']') in_class_ = false;
    copy(1);
  }

  void escape() {
    if (at_ + 1 >= python_.size()) fail("it ends in a backslash");
    const char c = python_[at_ + 1];
    switch (c) {
      case 'u':
        return code_point(4);
      case 'U':
        return code_point(8);
      case 's':
        return set(kSpaces, false);
      case 'S':
        return in_class_ ? set(kNoSpaces, false) : set(kSpaces, true);
      case 'w':
        return set(kWord, false);
      case 'W':
        if (in_class_) fail("\\W within [] is not supported");
        return set(kWord, true);
      case 'd':
        return set("\\p{Nd}", false);
      case 'D':
        return set("\\P{Nd}", false);
      case 'Z':
        out_ += "\\z";
        at_ += 2;
        return;
      default:
        copy(2);
    }
  }

  void code_point(std::size_t digits) {
    const std::string_view hex = python_.substr(std::min(at_ + 2, python_.size()), digits);
    if (hex.size() != digits || hex.find_first_not_of("0123456789abcdefABCDEF") != hex.npos) fail("a bad \\u escape");
    out_.append("\\x{").append(hex).append("}");
    at_ += 2 + digits;
  }

  void set(std::string_view inside, bool negated) {
    if (in_class_) {
      out_ += inside;
    } else {
      out_.append(negated ? "[^" : "[").append(inside).append("]");
    }
    at_ += 2;
  }

  void copy(std::size_t count) {
    out_ += python_.substr(at_, count);
    at_ += count;
  }
  char peek() const { return at_ < python_.size() ? python_[at_] : '\0'; }
  [[noreturn]] void fail(const std::string& problem) const {
    throw Error{Fault::model, where_, "a regular expression can not be used: " + problem,
                "Use a pipeline with the tokenizer rules that spaCy ships."};
  }

  std::string_view python_;
  const std::string& where_;
  std::string out_;
  std::size_t at_ = 0;
  bool in_class_ = false;
};

// Adds up the lengths of an expression. What it does not understand makes the whole unclear.
class LengthReader {
 public:
  explicit LengthReader(std::string_view s) : s_(s) {}

  std::optional<std::uint32_t> read() {
    const std::uint32_t length = alternatives();
    if (!clear_ || at_ != s_.size()) return std::nullopt;
    return length;
  }

 private:
  static constexpr std::uint32_t kMany = 1000;  // longer than any suffix that is meant

  std::uint32_t alternatives() {
    std::uint32_t longest = sequence();
    while (clear_ && at_ < s_.size() && s_[at_] == '|') {
      ++at_;
      longest = std::max(longest, sequence());
    }
    return longest;
  }

  std::uint32_t sequence() {
    std::uint32_t length = 0;
    const std::size_t begin = at_;
    while (clear_ && at_ < s_.size() && s_[at_] != '|' && s_[at_] != ')') {
      const std::size_t atom_begin = at_;
      const std::uint32_t atom_length = atom();
      const std::string_view text = s_.substr(atom_begin, at_ - atom_begin);
      length += atom_length * repeats(text, s_.substr(begin, atom_begin - begin));
      if (length > kMany) clear_ = false;
    }
    return length;
  }

  std::uint32_t atom() {
    switch (s_[at_]) {
      case '$':
      case '^':
        ++at_;
        return 0;
      case '(':
        return group();
      case '[':
        return character_class();
      case '\\':
        return escape();
      case '*':
      case '+':
      case '?':
      case '{':
        clear_ = false;
        return 0;
      default:
        ++at_;
        while (at_ < s_.size() && (static_cast<unsigned char>(s_[at_]) & 0xC0) == 0x80) ++at_;
        return 1;
    }
  }

  std::uint32_t group() {
    ++at_;
    bool looks_around = false;
    if (s_.substr(at_).starts_with("?:")) {
      at_ += 2;
    } else if (s_.substr(at_).starts_with("?<=") || s_.substr(at_).starts_with("?<!")) {
      looks_around = true;
      at_ += 3;
    } else if (s_.substr(at_).starts_with("?=") || s_.substr(at_).starts_with("?!")) {
      looks_around = true;
      at_ += 2;
    } else if (s_.substr(at_).starts_with("?")) {
      clear_ = false;
    }
    const std::uint32_t length = alternatives();
    if (at_ >= s_.size() || s_[at_] != ')') clear_ = false;
    ++at_;
    return looks_around ? 0 : length;
  }

  std::uint32_t character_class() {
    ++at_;
    if (at_ < s_.size() && s_[at_] == '^') ++at_;
    if (at_ < s_.size() && s_[at_] == ']') ++at_;
    while (at_ < s_.size() && s_[at_] != ']') at_ += s_[at_] == '\\' ? 2 : 1;
    ++at_;
    if (at_ > s_.size()) clear_ = false;
    return 1;
  }

  std::uint32_t escape() {
    const char c = at_ + 1 < s_.size() ? s_[at_ + 1] : '\0';
    at_ += c == 'u' ? 6 : c == 'U' ? 10 : 2;
    const bool zero_width = c == 'b' || c == 'B' || c == 'A' || c == 'Z';
    const bool reference = c >= '0' && c <= '9';
    if (at_ > s_.size() || reference || c == 'x') clear_ = false;
    return zero_width ? 0 : 1;
  }

  // How often the atom may come, with the quantifier after it read. An unbounded one is clear only in a run of one
  // character: `before`, the alternative up to here, must be that same atom over again.
  std::uint32_t repeats(std::string_view atom, std::string_view before) {
    if (at_ >= s_.size()) return 1;
    const char c = s_[at_];
    if (c == '?') {
      ++at_;
      return 1;
    }
    if (c == '{') clear_ = false;
    if (c != '+' && c != '*') return 1;
    ++at_;
    while (!before.empty() && before.starts_with(atom)) before.remove_prefix(atom.size());
    const bool at_end = at_ >= s_.size() || s_[at_] == '$';
    if (!before.empty() || !at_end || atom.starts_with('(')) clear_ = false;
    return 1;
  }

  std::string_view s_;
  std::size_t at_ = 0;
  bool clear_ = true;
};

}  // namespace

std::string to_pcre2(std::string_view python, const std::string& where) { return Converter(python, where).convert(); }

std::optional<std::uint32_t> suffix_bound(std::string_view python) {
  const auto length = LengthReader(python).read();
  if (!length) return std::nullopt;
  return *length + 1;  // $ also matches before a line feed at the very end
}

}  // namespace annals
